import { cutText } from '../../../src/index.ts'
import { plainTelegramText } from './plainTelegramText.ts'
import { splitPlainText } from './splitPlainText.ts'
import { splitTelegramHtml } from './splitTelegramHtml.ts'
import { telegramError } from './telegramError.ts'
import { telegramHtml } from './telegramHtml.ts'
import { telegramMarkdown } from './telegramMarkdown.ts'
import { MAX_TEXT, type TelegramMessage } from './telegramMessage.ts'
import type { TelegramTarget } from './telegramTarget.ts'

/** The server refuses what is longer before it looks at the tags. */
const MAX_SOURCE_BYTES = 32_768
/** More at once is no message any more. */
const MAX_PIECES = 10

type Text = Pick<TelegramMessage, 'text' | 'parse_mode'>
type Fitted = { text: Text; isCut: boolean }

/**
 * A rendered text as the texts of messages, one unless a long one is to be split. @throws FlowError
 * FLOW_TELEGRAM_TEXT_EMPTY, FLOW_TELEGRAM_TEXT_TOO_LONG
 */
export function telegramTexts(
  rendered: string,
  { format, overlong }: Pick<TelegramTarget, 'format' | 'overlong'>,
): { texts: Text[]; isCut: boolean } {
  const source = format === 'markdown' ? telegramMarkdown(rendered) : rendered
  const toFit = format === 'plain' ? fitPlain : fitHtml
  const split = format === 'plain' ? splitPlainText : splitTelegramHtml
  const whole = toFit(source)
  const isEmpty = plainOf(whole.text).trim() === ''
  if (isEmpty) throw telegramError.textEmpty()
  if (!whole.isCut || overlong === 'cut') return { texts: [whole.text], isCut: whole.isCut }
  if (overlong === 'refuse') throw telegramError.textTooLong(MAX_TEXT)
  const pieces = split(source, MAX_TEXT)
  const fitted = pieces.slice(0, MAX_PIECES).map(toFit)
  return {
    texts: fitted.map(({ text }) => text),
    isCut: pieces.length > MAX_PIECES || fitted.some(({ isCut }) => isCut),
  }
}

function fitHtml(source: string): Fitted {
  const { html, isCut } = telegramHtml(source, MAX_TEXT)
  if (Buffer.byteLength(html) <= MAX_SOURCE_BYTES) {
    return { text: { text: html, parse_mode: 'HTML' }, isCut }
  }
  return { ...fitPlain(plainTelegramText(html)), isCut: true }
}

function fitPlain(source: string): Fitted {
  const text = cutText(source, MAX_TEXT)
  return { text: { text }, isCut: text !== source }
}

function plainOf({ parse_mode: mode, text }: Text): string {
  return mode === 'HTML' ? plainTelegramText(text) : text
}
