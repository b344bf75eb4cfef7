import * as z from 'zod'

import { attachmentLimits } from './attachmentLimits.ts'

/** Written when the form is left as it is. */
export const defaultSubject = '{{ type }}'
export const defaultBody = `{{ type }}
{{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC
{{ meta.collection }} {{ meta.documentId }}
`

const maxTemplate = 64 * 1024
const optionalText = z
  .string()
  .max(maxTemplate)
  .nullish()
  .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text))

const attachmentRow = z.object({
  /** Address of the file; empty for this event: no file. */
  url: z.string().trim().min(1).max(8_192),
  name: optionalText,
})

/** What the form of an e-mail holds. Every text is a Liquid template; with `html` alone the text is made from it. */
export const emailTarget = z
  .object({
    /** One or several addresses separated by commas; each may be a template that gives one address. */
    to: z.string().trim().min(1).max(8_192),
    subject: optionalText,
    body: optionalText,
    html: optionalText,
    replyTo: optionalText,
    /** Files that go along. */
    attachments: z.array(attachmentRow).max(attachmentLimits.files).nullish(),
  })
  .transform(({ to, subject, body, html, replyTo, attachments }) => ({
    to,
    subject: subject ?? defaultSubject,
    body: body ?? (html === null ? defaultBody : null),
    html,
    replyTo,
    attachments: attachments ?? [],
  }))

/** A parsed form. */
export type EmailTarget = z.output<typeof emailTarget>
