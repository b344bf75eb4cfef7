import * as z from 'zod'

/** Written when the form is left as it is. */
export const defaultTelegramText = `<b>{{ type }}</b>{% if meta.collection %}
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
/** Ids are numbers to some and texts to others. */
const written = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)

/** What the form of a Telegram message holds, without the token. Texts are Liquid templates. */
export const telegramTarget = z.object({
  /** `-1001234567890`, `@channel`, or a template that gives one of them. */
  chatId: z.preprocess(written, z.string().trim().min(1).max(maxLine)),
  text: optional(maxTemplate).transform((text) => text ?? defaultTelegramText),
  /** How `text` is read. */
  format: z.preprocess((value) => value ?? 'html', z.enum(['html', 'plain'])),
  /** Topic of a group with topics. */
  threadId: z.preprocess(written, optional(maxLine)),
  buttonText: optional(maxLine),
  buttonUrl: optional(maxLine),
  /** A page or picture shown large above the text. */
  previewUrl: optional(maxLine),
  isPreviewHidden: flag,
  isSilent: flag,
  isProtected: flag,
})

/** A parsed form. */
export type TelegramTarget = z.output<typeof telegramTarget>
