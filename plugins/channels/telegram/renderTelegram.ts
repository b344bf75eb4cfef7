import {
  createReasons,
  cutText,
  type DeliverInput,
  type SaidReason,
  templateScope,
} from '../../../src/index.ts'
import { telegramError } from './telegramError.ts'
import { plainTelegramText } from './plainTelegramText.ts'
import { telegramHtml } from './telegramHtml.ts'
import { MAX_TEXT, type TelegramMessage } from './telegramMessage.ts'
import { telegramReasons } from './telegramReasons.ts'
import type { TelegramTarget } from './telegramTarget.ts'
import { toChatId } from './toChatId.ts'
import { toThreadId } from './toThreadId.ts'

const because = createReasons(telegramReasons)

/** A message ready to go, and what was left out of it. */
export type RenderedTelegram = { message: TelegramMessage; remarks: SaidReason[] }

/** The server refuses what is longer before it looks at the tags. */
const MAX_SOURCE_BYTES = 32_768
const MAX_BUTTON_TEXT = 64

/** Makes the message of one delivery. Throws FLOW_TEMPLATE_… and FLOW_TELEGRAM_… errors, which no further try can heal. */
export async function renderTelegram({
  event,
  target,
  templates,
}: Pick<
  DeliverInput<TelegramTarget>,
  'event' | 'target' | 'templates'
>): Promise<RenderedTelegram> {
  const scope = templateScope(event)
  const line = async (template: string | null): Promise<string> =>
    template === null ? '' : (await templates.render(template, scope)).trim()
  const isHtml = target.format === 'html'
  const chat = chatOf(await line(target.chatId))
  const thread = toThreadId(await line(target.threadId))
  const source = await templates.render(target.text, scope, { escapeHtml: isHtml })
  const { isCut, ...text } = isHtml ? htmlText(source) : plainText(source)
  const button = buttonOf(await line(target.buttonText), await line(target.buttonUrl))
  const preview = previewOf(await line(target.previewUrl), target.isPreviewHidden)
  return {
    message: {
      chat_id: chat,
      ...text,
      ...(thread === undefined ? {} : { message_thread_id: thread }),
      ...preview.part,
      ...button.part,
      ...(target.isSilent ? { disable_notification: true } : {}),
      ...(target.isProtected ? { protect_content: true } : {}),
    },
    remarks: [
      ...(isCut ? [because('cut', { most: MAX_TEXT })] : []),
      ...button.remarks,
      ...preview.remarks,
    ],
  }
}

/** The chat with one person, as consents name it; groups and channels (negative ids, `@name`) have their own members. */
export async function telegramRecipients({
  event,
  target,
  templates,
}: Pick<DeliverInput<TelegramTarget>, 'event' | 'target' | 'templates'>): Promise<string[]> {
  const chat = chatOf((await templates.render(target.chatId, templateScope(event))).trim())
  return typeof chat === 'number' && chat > 0 ? [String(chat)] : []
}

function chatOf(text: string): number | string {
  if (text === '') throw telegramError.chatEmpty()
  const chat = toChatId(text)
  if (chat === null) throw telegramError.chatInvalid(text)
  return chat
}

type Text = Pick<TelegramMessage, 'text' | 'parse_mode'> & { isCut: boolean }

function htmlText(source: string): Text {
  const { html, isCut } = telegramHtml(source, MAX_TEXT)
  const plain = plainTelegramText(html)
  if (plain.trim() === '') throw telegramError.textEmpty()
  if (Buffer.byteLength(html) > MAX_SOURCE_BYTES) return { ...plainText(plain), isCut: true }
  return { text: html, parse_mode: 'HTML', isCut }
}

function plainText(source: string): Text {
  if (source.trim() === '') throw telegramError.textEmpty()
  const text = cutText(source, MAX_TEXT)
  return { text, isCut: text !== source }
}

type Part = { part: Partial<TelegramMessage>; remarks: SaidReason[] }

/** One bad button makes Telegram refuse the whole message; a notice without its button is the lesser evil. */
function buttonOf(text: string, url: string): Part {
  if (text === '') return { part: {}, remarks: [] }
  if (!isWebAddress(url)) return { part: {}, remarks: [because('button_left_out')] }
  const button = { text: cutText(text, MAX_BUTTON_TEXT), url }
  return { part: { reply_markup: { inline_keyboard: [[button]] } }, remarks: [] }
}

function previewOf(url: string, isHidden: boolean): Part {
  if (isHidden) return { part: { link_preview_options: { is_disabled: true } }, remarks: [] }
  if (url === '') return { part: {}, remarks: [] }
  if (!isWebAddress(url)) return { part: {}, remarks: [because('preview_left_out')] }
  const options = { url, prefer_large_media: true, show_above_text: true }
  return { part: { link_preview_options: options }, remarks: [] }
}

/** Telegram takes no address without a dot in its host, such as `localhost`. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s/]+/i.test(text) || /\s/.test(text) || !URL.canParse(text)) return false
  return new URL(text).hostname.includes('.')
}
