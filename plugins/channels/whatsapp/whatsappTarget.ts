import * as z from 'zod'

/** Written when the form is left as it is. */
export const defaultWhatsappText = `*{{ type }}*{% if meta.collection %}
{{ meta.collection }} {{ meta.documentId }}{% endif %}
{{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC`

const maxTemplate = 64 * 1024
const maxLine = 2048

const optional = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text))
const flag = z.preprocess((value) => value ?? false, z.boolean())
/** Numbers of phones and accounts are numbers to some and texts to others. */
const written = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)

/** What the form of a WhatsApp message holds, without tokens. Texts are Liquid templates. */
export const whatsappTarget = z.object({
  /** Meta's id of the sender's number; empty: the server's own. */
  phoneNumberId: z.preprocess(written, optional(40)),
  /** A phone number, or a template that gives one. */
  to: z.preprocess(written, z.string().trim().min(1).max(maxLine)),
  /** `template` may be sent any time, `text` for 24 hours after the person wrote. */
  kind: z.preprocess((value) => value ?? 'text', z.enum(['text', 'template'])),
  text: optional(maxTemplate).transform((text) => text ?? defaultWhatsappText),
  /** Name of an approved template, as in WhatsApp Manager. */
  templateName: optional(512),
  templateLanguage: optional(16).transform((code) => code?.trim() ?? 'ru'),
  /** One value of the template's body per line: {{1}}, {{2}}, … */
  templateValues: optional(maxTemplate),
  templateHeader: optional(maxLine),
  /** What the template's button appends to its address. */
  templateButton: optional(maxLine),
  homeCountry: optional(2).transform((code) => code?.trim().toUpperCase() ?? 'RU'),
  isPreviewShown: flag,
})

/** A parsed form. */
export type WhatsappTarget = z.output<typeof whatsappTarget>
