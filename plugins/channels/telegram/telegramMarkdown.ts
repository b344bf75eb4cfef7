import { escapeTelegramHtml } from './escapeTelegramHtml.ts'

/** Blocks: code between fences, and lines that begin with ">". */
const block = /```(?:[\w+-]*\n)?([\s\S]*?)```|^>.*(?:\n>.*)*/gm
/** Within a line of text: an escaped character, code, a link, or a mark. */
const inline =
  /\\([!-/:-@[-`{-~])|`((?:\\.|[^`\\\n])+)`|\[((?:\\.|[^[\]\\])*)\]\(((?:\\.|[^()\\\s])*)\)|\|\||__|[*_~]/g

/** What the marks of MarkdownV2 mean, as tags. */
const tags: Readonly<Record<string, string>> = {
  '*': 'b',
  _: 'i',
  __: 'u',
  '~': 's',
  '||': 'tg-spoiler',
}

/** Marks that may be open at once: nobody nests so many, and every end looks through them. */
const MOST_OPEN = 50

/**
 * Markdown with the marks of Telegram's MarkdownV2 as its HTML. Telegram refuses a whole message for one dot that nobody escaped; here what
 * cannot be read as a mark is what it looks like, so `5*3`, `snake_case` and `$10.50` stay.
 */
export function telegramMarkdown(source: string): string {
  let html = ''
  let at = 0
  for (const match of source.matchAll(block)) {
    html += inlineHtml(source.slice(at, match.index))
    const [whole, code] = match
    html +=
      code === undefined
        ? `<blockquote>${inlineHtml(whole.replaceAll(/^>/gm, ''))}</blockquote>`
        : `<pre>${escapeTelegramHtml(unescaped(code))}</pre>`
    at = match.index + whole.length
  }
  return html + inlineHtml(source.slice(at))
}

/** `end`: where a mark ends in the text. */
type Part = { html: string; mark?: string; end?: number }

function inlineHtml(text: string): string {
  const parts: Part[] = []
  const open: number[] = []
  let at = 0
  for (const match of text.matchAll(inline)) {
    parts.push({ html: escapeTelegramHtml(text.slice(at, match.index)) })
    const [whole, escaped, code, words, address] = match
    at = match.index + whole.length
    if (escaped !== undefined) parts.push({ html: escapeTelegramHtml(escaped) })
    else if (code !== undefined) {
      parts.push({ html: `<code>${escapeTelegramHtml(unescaped(code))}</code>` })
    } else if (words !== undefined && address !== undefined) {
      parts.push({ html: linkHtml(words, address) })
    } else setMark(parts, open, { mark: whole, text, at: match.index })
  }
  parts.push({ html: escapeTelegramHtml(text.slice(at)) })
  return parts.map(({ html }) => html).join('')
}

type Mark = { mark: string; text: string; at: number }

/** Closes the mark when it is open, opens it when it can begin something; until it is closed it is what it looks like. */
function setMark(parts: Part[], open: number[], { at, mark, text }: Mark): void {
  const end = at + mark.length
  const [before, after] = [text[at - 1], text[end]]
  const place = open.findLastIndex((index) => parts[index]?.mark === mark)
  const opener = parts[open[place] ?? -1]
  const isFilled = before !== undefined && !/\s/.test(before) && opener?.end !== at
  if (opener && isFilled && !isWord(after)) {
    opener.html = `<${tags[mark]}>`
    parts.push({ html: `</${tags[mark]}>` })
    // Marks that were opened within and not closed are none.
    open.splice(place)
    return
  }
  const isStart = after !== undefined && !/\s/.test(after) && !isWord(before)
  if (isStart && open.length < MOST_OPEN) open.push(parts.length)
  parts.push({ html: mark, mark, end })
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character)

function linkHtml(words: string, address: string): string {
  const href = escapeTelegramHtml(unescaped(address)).replaceAll('"', '&quot;')
  return `<a href="${href}">${inlineHtml(words)}</a>`
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}
