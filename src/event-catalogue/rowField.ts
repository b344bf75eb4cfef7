import * as z from 'zod'

const text = z.string()
const number = z.number()
const id = z.union([number, text])
const money = z.looseObject({ amount: number.nullish(), currency: text.nullish() })

/** `{ [locale]: value }`, the way the row holds a localised field. */
const localised = <Value extends z.ZodType>(value: Value) =>
  z.record(z.string(), value.nullable()).nullish()

/**
 * Schemas for the fields of a row snapshot. Every one but `id` may be absent or null: a site tracks its
 * own collections with the same event types, and its rows need not have every field.
 */
export const rowField = {
  /** Numeric or text id, required. */
  id,
  text: text.nullish(),
  /** Several texts, such as tags. */
  texts: z.array(text).nullish(),
  /** Text that reads as an e-mail address; the collection validates it, the event only reports it. */
  email: text.meta({ format: 'email' }).nullish(),
  number: number.nullish(),
  boolean: z.boolean().nullish(),
  /** ISO 8601 with a time zone. */
  date: z.iso.datetime({ offset: true }).nullish(),
  /** Id of the related document, never the document. */
  relation: id.nullish(),
  relations: z.array(id).nullish(),
  /** `{ amount, currency }`. */
  money: money.nullish(),
  localisedText: localised(text),
  /** `{ ru: { amount, currency }, en: { … } }`. */
  localisedMoney: localised(money),
  /** Anything JSON: rich text, blocks. */
  json: z.unknown().optional(),
  oneOf: <const Values extends readonly [string, ...string[]]>(values: Values) =>
    z.enum(values).nullish(),
  localised,
  /** A group field; its unknown members pass. */
  group: <Shape extends z.ZodRawShape>(shape: Shape) => z.looseObject(shape).nullish(),
  /** An array field; rows carry Payload's own `id`. */
  list: <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.looseObject(shape)).nullish(),
}
