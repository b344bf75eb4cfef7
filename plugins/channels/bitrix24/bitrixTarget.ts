import * as z from 'zod'

/** Written when the form is left as it is. */
export const defaultBitrixTitle =
  '{{ type }}{% if meta.documentId %} {{ meta.documentId }}{% endif %}'

const maxTemplate = 64 * 1024
const maxLine = 2048
const optional = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text))
const written = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)
const line = z.preprocess(written, optional(maxLine))

/** What the form holds, without the address. Texts are Liquid templates. */
export const bitrixTarget = z.object({
  entity: z.preprocess((value) => value ?? 'lead', z.enum(['lead', 'deal', 'contact'])),
  /** `document`: one object per document, changed by later events. `event`: a new one for every event. */
  identity: z.preprocess((value) => value ?? 'document', z.enum(['document', 'event'])),
  title: optional(maxLine).transform((text) => text ?? defaultBitrixTitle),
  name: line,
  lastName: line,
  phone: line,
  email: line,
  comments: optional(maxTemplate),
  amount: line,
  currency: line,
  source: line.transform((text) => text ?? 'WEB'),
  stage: line,
  responsible: line,
  /** JSON with Liquid in it: fields by their names in Bitrix24. */
  fields: optional(maxTemplate),
  homeCountry: optional(2).transform((code) => code?.trim().toUpperCase() ?? 'RU'),
})

/** A parsed form. */
export type BitrixTarget = z.output<typeof bitrixTarget>

/** What is kept in Bitrix24. */
export type BitrixEntity = BitrixTarget['entity']
