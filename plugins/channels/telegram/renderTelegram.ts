import {
  createReasons,
  cutText,
  type DeliverInput,
  type RenderOptions,
  renderText,
  type SaidReason,
  templateScope,
} from '../../../src/index.ts'
import { escapeTelegramMarkdown } from './escapeTelegramMarkdown.ts'
import { telegramError } from './telegramError.ts'
import { MAX_TEXT, type TelegramMessage } from './telegramMessage.ts'
import { telegramReasons } from './telegramReasons.ts'
import type { TelegramTarget } from './telegramTarget.ts'
import { telegramTexts } from './telegramTexts.ts'
import { toChatId } from './toChatId.ts'
import { toThreadId } from './toThreadId.ts'

const because = createReasons(telegramReasons)

/** Messages ready to go, mostly one, and what is to be said about them. */
export type RenderedTelegram = { messages: TelegramMessage[]; remarks: SaidReason[] }

const MAX_BUTTON_TEXT = 64
/** How values of the event are written, so that they are text whatever they hold. */
const escapes = {
  html: { escapeHtml: true },
  markdown: { escapeValue: escapeTelegramMarkdown },
  plain: {},
} as const satisfies Record<TelegramTarget['format'], RenderOptions>

type RenderInput = Pick<DeliverInput<TelegramTarget>, 'event' | 'target' | 'templates'>

/** Makes the message of one delivery. Throws FLOW_TEMPLATE_… and FLOW_TELEGRAM_… errors, which no further try can heal. */
export async function renderTelegram(input: RenderInput): Promise<RenderedTelegram> {
  const { event, target, templates } = input
  const line = (template: string | null): Promise<string> => renderText(input, template)
  const chat = chatOf(await line(target.chatId))
  const thread = toThreadId(await line(target.threadId))
  const source = await templates.render(target.text, templateScope(event), escapes[target.format])
  const { isCut, texts } = telegramTexts(source, target)
  const button = buttonOf(await line(target.buttonText), await line(target.buttonUrl))
  const preview = previewOf(await line(target.previewUrl), target.isPreviewHidden)
  const last = texts.length - 1
  return {
    messages: texts.map((text, index) => ({
      chat_id: chat,
      ...text,
      ...(thread === undefined ? {} : { message_thread_id: thread }),
      // What stands above the text goes with the first message, what stands below it with the last.
      ...(index === 0 || target.isPreviewHidden ? preview.part : {}),
      ...(index === last ? button.part : {}),
      ...(target.isSilent ? { disable_notification: true } : {}),
      ...(target.isProtected ? { protect_content: true } : {}),
    })),
    remarks: [
      ...(last > 0 ? [because('split', { count: texts.length })] : []),
      ...(isCut ? [because('cut', { most: MAX_TEXT * texts.length })] : []),
      ...button.remarks,
      ...preview.remarks,
    ],
  }
}

/** The chat with one person, as consents name it; groups and channels (negative ids, `@name`) have their own members. */
export async function telegramRecipients(input: RenderInput): Promise<string[]> {
  const chat = chatOf(await renderText(input, input.target.chatId))
  return typeof chat === 'number' && chat > 0 ? [String(chat)] : []
}

function chatOf(text: string): number | string {
  if (text === '') throw telegramError.chatEmpty()
  const chat = toChatId(text)
  if (chat === null) throw telegramError.chatInvalid(text)
  return chat
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
