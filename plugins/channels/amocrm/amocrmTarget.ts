import * as z from 'zod'

import { mappingField, numberAsText, optionalText } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultAmocrmTitle =
  '{{ type }}{% if meta.documentId %} {{ meta.documentId }}{% endif %}'

const maxLine = 2048
const optional = (max: number) => optionalText(max).transform((text) => text?.trim() ?? null)
const line = z.preprocess(numberAsText, optional(maxLine))

/** What the form holds, without the secrets. Texts are Liquid templates, except those of the account. */
export const amocrmTarget = z.object({
  domain: optional(300),
  /** Of the integration, for tokens that are renewed. */
  clientId: optional(100),
  redirectUri: optional(maxLine),
  /** `document`: one lead per document, changed by later events. `event`: a new one for every event. */
  identity: z.preprocess((value) => value ?? 'document', z.enum(['document', 'event'])),
  /** Number of the lead's field that holds our id. */
  idField: line,
  title: line.transform((text) => text ?? defaultAmocrmTitle),
  name: line,
  lastName: line,
  phone: line,
  email: line,
  price: line,
  pipeline: line,
  status: line,
  responsible: line,
  /** Separated by commas. */
  tags: line,
  /** `lead.123456`, `lead.UTM_SOURCE`, `contact.123456`. */
  mapping: mappingField,
  homeCountry: optional(2).transform((code) => code?.toUpperCase() ?? 'RU'),
})

/** A parsed form. */
export type AmocrmTarget = z.output<typeof amocrmTarget>
