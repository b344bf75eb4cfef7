import * as z from 'zod'

import { mappingField, numberAsText, optionalText } from '../../../src/index.ts'

const maxLine = 2048
const optional = (max: number) => optionalText(max).transform((text) => text?.trim() ?? null)
const line = z.preprocess(numberAsText, optional(maxLine))

/** What the form holds, without the key. Texts are Liquid templates, except the field of our id. */
export const uonTarget = z.object({
  name: line,
  lastName: line,
  phone: line,
  email: line,
  note: optional(64 * 1024),
  source: line.transform((text) => text ?? 'FlowMasters'),
  /** Number of a manager. */
  manager: line,
  /** Number of an additional field of the lead that holds our id. */
  idField: line,
  /** `utm_source`, `extended_fields.111046`: names of U-ON. */
  mapping: mappingField,
  homeCountry: optional(2).transform((code) => code?.toUpperCase() ?? 'RU'),
})

/** A parsed form. */
export type UonTarget = z.output<typeof uonTarget>
