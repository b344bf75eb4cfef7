import * as z from 'zod'

import { mappingLimits } from './mappingLimits.ts'

const json = z.json()
const transform = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.enum(['trim', 'lower', 'upper', 'text', 'boolean', 'email', 'sha256']),
  }),
  /** A telephone number as E.164; `country` is that of numbers without a country code. */
  z.strictObject({
    name: z.literal('e164'),
    country: z.string().length(2).toUpperCase().optional(),
  }),
  /** Rounded to so many `decimals`; without it as it is. */
  z.strictObject({ name: z.literal('number'), decimals: z.int().min(0).max(10).optional() }),
  /** `format`: `iso`, `unix` (seconds), `unixMs`, `unixMicros`, or Luxon's tokens such as `yyyy-MM-dd HH:mm`. */
  z.strictObject({
    name: z.literal('date'),
    format: z.string().min(1).max(100).optional(),
    zone: z.string().min(1).max(100).optional(),
  }),
])
/** A step without settings may be written as its name alone. */
const transforms = z
  .array(z.preprocess((step) => (typeof step === 'string' ? { name: step } : step), transform))
  .max(mappingLimits.transforms)

const from = z.union([
  z.strictObject({ path: z.string().min(1).max(mappingLimits.pathLength) }),
  z.strictObject({ template: z.string().min(1).max(mappingLimits.templateLength) }),
  z.strictObject({ constant: json }),
])

/** Shape of one rule; what a path or a zone means is checked by `parseMapping`. */
export const mappingRule = z.strictObject({
  /** Where the value goes: names separated by dots, `*` for every element of a list. */
  to: z.string().min(1).max(mappingLimits.pathLength),
  from,
  /** Values to other values. A value that is not named here counts as missing. */
  map: z.record(z.string().max(mappingLimits.textLength), json).optional(),
  /** In this order, each on the result of the one before. */
  transform: transforms.optional(),
  /** Written as it is where nothing else is left. */
  default: json.optional(),
  /** Without a value nothing is sent. */
  required: z.boolean().optional(),
})

/** One rule: which value of an event becomes which field of another system. */
export type MappingRule = z.output<typeof mappingRule>
/** One step that changes a value on its way. */
export type Transform = z.output<typeof transform>
/** Rules in the order in which they are shown; they never write over each other. */
export type FieldMapping = readonly MappingRule[]
