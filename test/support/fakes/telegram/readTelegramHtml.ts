/** What the Bot API makes of HTML: the text to see, or why it cannot be parsed. */
export type ReadTelegramHtml = { text: string } | { error: string }

const TAGS = new Set([
  'a',
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'tg-spoiler',
  'code',
  'pre',
  'blockquote',
])
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

const TOKEN =
  /&(?:(?<named>[a-zA-Z]+)|#(?<decimal>\d+)|#x(?<hex>[\da-fA-F]+));|<(?<slash>\/?)(?<tag>[^\s<>/]*)(?<attributes>(?:\s+[\w-]+(?:="[^"]*")?)*)>|(?<odd><)|[^<&]+|&/g

/** Reads HTML the way the server does: its own tags only, strictly nested, four named entities. */
export function readTelegramHtml(html: string): ReadTelegramHtml {
  const open: string[] = []
  let text = ''
  for (const { 0: whole, groups = {}, index } of html.matchAll(TOKEN)) {
    const { attributes = '', odd, slash, tag } = groups
    if (odd !== undefined) return { error: `Unclosed start tag at byte offset ${index}` }
    if (tag === undefined) {
      text += characterOf(whole, groups)
      continue
    }
    const problem = slash === '/' ? close(open, tag) : start(open, tag, attributes)
    if (problem !== null) return { error: `${problem} at byte offset ${index}` }
  }
  const left = open.at(-1)
  return left === undefined
    ? { text }
    : { error: `Can't find end tag corresponding to start tag "${left}"` }
}

function characterOf(whole: string, groups: Record<string, string | undefined>): string {
  const { decimal, hex, named } = groups
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
  return ENTITIES[named ?? ''] ?? whole
}

function start(open: string[], name: string, attributes: string): string | null {
  if (!TAGS.has(name)) return `Unsupported start tag "${name}"`
  const isFit = name === 'a' ? /^ href="[^"]+"$/.test(attributes) : attributes === ''
  if (!isFit) return `Unexpected attributes of "${name}"`
  open.push(name)
  return null
}

function close(open: string[], name: string): string | null {
  const expected = open.pop()
  if (expected === undefined) return 'Unexpected end tag'
  return expected === name
    ? null
    : `Unmatched end tag, expected "</${expected}>", found "</${name}>"`
}
