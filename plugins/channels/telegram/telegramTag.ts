import type { HtmlToken } from './htmlTokens.ts'

/** What becomes of a tag: one of Telegram's, the end of one (and what follows it), or text. */
export type TelegramTag =
  | { kind: 'open'; name: string; start: string; end: string }
  | { kind: 'close'; name: string; after: string }
  | { kind: 'text'; text: string }

type Tag = Exclude<HtmlToken, { kind: 'text' }>

/** Tags that mean the same to Telegram, by how people write them. */
const styles: Readonly<Record<string, string>> = {
  b: 'b',
  strong: 'b',
  h1: 'b',
  h2: 'b',
  h3: 'b',
  h4: 'b',
  h5: 'b',
  h6: 'b',
  i: 'i',
  em: 'i',
  u: 'u',
  ins: 'u',
  s: 's',
  strike: 's',
  del: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-spoiler': 'tg-spoiler',
}
const headings = /^h[1-6]$/
const blocks = /^(?:p|div|li|tr|ul|ol|table)$/
const otherHtml =
  /^(?:span|font|small|big|sub|sup|center|section|article|header|footer|tbody|thead|td|th|html|body|img|hr|wbr)$/

/** Judges one tag. What is no HTML at all, such as `<name>`, is text. */
export function telegramTag(tag: Tag): TelegramTag {
  const { name } = tag
  if (name === 'br') return { kind: 'text', text: tag.kind === 'open' ? '\n' : '' }
  if (blocks.test(name)) return block(tag)
  if (name === 'a') return link(tag)
  const style = styles[name]
  if (style === undefined) {
    return { kind: 'text', text: otherHtml.test(name) ? '' : tag.source }
  }
  if (tag.kind === 'close') {
    return { kind: 'close', name: style, after: headings.test(name) ? '\n' : '' }
  }
  return { kind: 'open', name: style, start: `<${style}>`, end: `</${style}>` }
}

function block({ kind, name }: Tag): TelegramTag {
  if (name === 'li' && kind === 'open') return { kind: 'text', text: '• ' }
  const isLine = kind === 'close' && /^(?:p|div|li|tr)$/.test(name)
  return { kind: 'text', text: isLine ? '\n' : '' }
}

function link({ attributes, kind }: Tag): TelegramTag {
  if (kind === 'close') return { kind: 'close', name: 'a', after: '' }
  const [, quoted, single, bare] =
    /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i.exec(attributes) ?? []
  const address = (quoted ?? single ?? bare ?? '').trim()
  if (address === '') return { kind: 'text', text: '' }
  return { kind: 'open', name: 'a', start: `<a href="${inAttribute(address)}">`, end: '</a>' }
}

/** Entities that are there already stay. */
function inAttribute(text: string): string {
  return text
    .replaceAll(/&(?!(?:lt|gt|amp|quot|#\d{1,7}|#x[\da-f]{1,6});)/gi, '&amp;')
    .replaceAll('"', '&quot;')
}
