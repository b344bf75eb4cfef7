import * as z from 'zod'

import { numberAsText, optionalText } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultBitrixTitle =
  '{{ type }}{% if meta.documentId %} {{ meta.documentId }}{% endif %}'

const maxTemplate = 64 * 1024
const maxLine = 2048
const line = z.preprocess(numberAsText, optionalText(maxLine))

/** What the form holds, without the address. Texts are Liquid templates. */
export const bitrixTarget = z.object({
  entity: z.preprocess((value) => value ?? 'lead', z.enum(['lead', 'deal', 'contact'])),
  /** `document`: one object per document, changed by later events. `event`: a new one for every event. */
  identity: z.preprocess((value) => value ?? 'document', z.enum(['document', 'event'])),
  title: optionalText(maxLine).transform((text) => text ?? defaultBitrixTitle),
  name: line,
  lastName: line,
  phone: line,
  email: line,
  comments: optionalText(maxTemplate),
  amount: line,
  currency: line,
  source: line.transform((text) => text ?? 'WEB'),
  stage: line,
  responsible: line,
  /** JSON with Liquid in it: fields by their names in Bitrix24. */
  fields: optionalText(maxTemplate),
  homeCountry: optionalText(2).transform((code) => code?.trim().toUpperCase() ?? 'RU'),
})

/** A parsed form. */
export type BitrixTarget = z.output<typeof bitrixTarget>

/** What is kept in Bitrix24. */
export type BitrixEntity = BitrixTarget['entity']
