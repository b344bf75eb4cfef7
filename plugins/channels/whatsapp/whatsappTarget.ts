import * as z from 'zod'

import { numberAsText, optionalText, yesOrNo } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultWhatsappText = `*{{ type }}*{% if meta.collection %}
{{ meta.collection }} {{ meta.documentId }}{% endif %}
{{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC`

const maxTemplate = 64 * 1024
const maxLine = 2048

/** What the form of a WhatsApp message holds, without tokens. Texts are Liquid templates. */
export const whatsappTarget = z.object({
  /** Meta's id of the sender's number; empty: the server's own. */
  phoneNumberId: z.preprocess(numberAsText, optionalText(40)),
  /** A phone number, or a template that gives one. */
  to: z.preprocess(numberAsText, z.string().trim().min(1).max(maxLine)),
  /** `template` may be sent any time, `text` for 24 hours after the person wrote. */
  kind: z.preprocess((value) => value ?? 'text', z.enum(['text', 'template'])),
  text: optionalText(maxTemplate).transform((text) => text ?? defaultWhatsappText),
  /** Name of an approved template, as in WhatsApp Manager. */
  templateName: optionalText(512),
  templateLanguage: optionalText(16).transform((code) => code?.trim() ?? 'ru'),
  /** One value of the template's body per line: {{1}}, {{2}}, … */
  templateValues: optionalText(maxTemplate),
  templateHeader: optionalText(maxLine),
  /** What the template's button appends to its address. */
  templateButton: optionalText(maxLine),
  homeCountry: optionalText(2).transform((code) => code?.trim().toUpperCase() ?? 'RU'),
  isPreviewShown: yesOrNo,
})

/** A parsed form. */
export type WhatsappTarget = z.output<typeof whatsappTarget>
