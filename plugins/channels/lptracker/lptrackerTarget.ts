import * as z from 'zod'

import { mappingField, numberAsText, optionalText } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultLptrackerTitle =
  '{{ type }}{% if meta.documentId %} {{ meta.documentId }}{% endif %}'

const maxLine = 2048
const optional = (max: number) => optionalText(max).transform((text) => text?.trim() ?? null)
const line = z.preprocess(numberAsText, optional(maxLine))

/** What the form holds, without the password. Texts are Liquid templates, except the login, the project and the field of our id. */
export const lptrackerTarget = z.object({
  login: optional(300),
  /** Number of the project. */
  project: z.preprocess(numberAsText, z.string().trim().min(1).max(20)),
  /** `document`: one lead per document, changed by later events. `event`: a new one for every event. */
  identity: z.preprocess((value) => value ?? 'document', z.enum(['document', 'event'])),
  /** Number of the lead's field that holds our id. */
  idField: line,
  title: line.transform((text) => text ?? defaultLptrackerTitle),
  name: line,
  phone: line,
  email: line,
  stage: line,
  owner: line,
  /** LPTracker calls the person as soon as the lead is there. */
  isCalled: z.preprocess((value) => value ?? false, z.boolean()),
  /** `lead.123`, `contact.12`, `view.source`. */
  mapping: mappingField,
  homeCountry: optional(2).transform((code) => code?.toUpperCase() ?? 'RU'),
})

/** A parsed form. */
export type LptrackerTarget = z.output<typeof lptrackerTarget>
