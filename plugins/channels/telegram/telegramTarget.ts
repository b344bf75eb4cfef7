import * as z from 'zod'

import { numberAsText, optionalText, yesOrNo } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultTelegramText = `<b>{{ type }}</b>{% if meta.collection %}
{{ meta.collection }} {{ meta.documentId }}{% endif %}
{{ timestamp | date: "%Y-%m-%d %H:%M" }} UTC`

const maxTemplate = 64 * 1024
const maxLine = 2048

/** What the form of a Telegram message holds, without the token. Texts are Liquid templates. */
export const telegramTarget = z.object({
  /** `-1001234567890`, `@channel`, or a template that gives one of them. */
  chatId: z.preprocess(numberAsText, z.string().trim().min(1).max(maxLine)),
  text: optionalText(maxTemplate).transform((text) => text ?? defaultTelegramText),
  /** How `text` is read. */
  format: z.preprocess((value) => value ?? 'html', z.enum(['html', 'markdown', 'plain'])),
  /** What becomes of a text that is too long for one message. */
  overlong: z.preprocess((value) => value ?? 'cut', z.enum(['cut', 'split', 'refuse'])),
  /** Topic of a group with topics. */
  threadId: z.preprocess(numberAsText, optionalText(maxLine)),
  buttonText: optionalText(maxLine),
  buttonUrl: optionalText(maxLine),
  /** A page or picture shown large above the text. */
  previewUrl: optionalText(maxLine),
  isPreviewHidden: yesOrNo,
  isSilent: yesOrNo,
  isProtected: yesOrNo,
})

/** A parsed form. */
export type TelegramTarget = z.output<typeof telegramTarget>
