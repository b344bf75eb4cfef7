import { escapeTelegramHtml } from './escapeTelegramHtml.ts'
import { type HtmlToken, htmlTokens } from './htmlTokens.ts'
import { telegramTag } from './telegramTag.ts'

/** HTML that Telegram takes, and whether some of it had to go. */
export type TelegramHtml = { html: string; isCut: boolean }

/**
 * HTML as people write it, made into the little that Telegram takes: its own tags only, closed in order, everything else
 * as text. `<br>` and the ends of paragraphs become line breaks. At most `maxLength` UTF-16 units are left to see.
 */
export function telegramHtml(source: string, maxLength: number): TelegramHtml {
  const tokens = htmlTokens(source)
  const whole = write(tokens, Number.POSITIVE_INFINITY)
  if (whole.length <= maxLength) return { html: whole.html, isCut: false }
  return { html: write(tokens, maxLength - 1, '…').html, isCut: true }
}

type Written = { html: string; length: number }

function write(tokens: readonly HtmlToken[], room: number, ending = ''): Written {
  const open: { name: string; end: string }[] = []
  let html = ''
  let length = 0
  const closeTo = (index: number): void => {
    for (const { end } of open.splice(index).reverse()) html += end
  }
  const say = (text: string): boolean => {
    const kept = length + text.length <= room ? text : whole(text.slice(0, room - length))
    html += escapeTelegramHtml(kept)
    length += kept.length
    return kept.length === text.length
  }
  const take = (token: HtmlToken): boolean => {
    if (token.kind === 'text') return say(token.text)
    const tag = telegramTag(token)
    if (tag.kind === 'text') return say(tag.text)
    if (tag.kind === 'open') {
      html += tag.start
      open.push({ name: tag.name, end: tag.end })
      return true
    }
    const index = open.findLastIndex(({ name }) => name === tag.name)
    if (index >= 0) closeTo(index)
    return say(tag.after)
  }
  if (!tokens.every(take)) html += ending
  closeTo(0)
  return { html, length }
}

/** Never half of a pair that makes one character. */
function whole(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text
}
