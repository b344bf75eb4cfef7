/** A piece of HTML as an author writes it, correct or not. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open' | 'close'; name: string; attributes: string; source: string }

// A name ends where a blank, a slash or the tag does: two ways to read it would take quadratic time.
const piece =
  /<(\/?)([a-zA-Z][\w-]*)((?:[\s/][^<>]*)?)>|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8});|[^<&]+|[<&]/g

/** Those that people write; others stay as they are. */
const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  copy: '©',
  rarr: '→',
  times: '×',
}

/** Cuts HTML into tags and text with its entities decoded. Joined again, nothing is missing. */
export function htmlTokens(html: string): HtmlToken[] {
  return [...html.matchAll(piece)].map(([source, slash, name, attributes = '']) => {
    if (name === undefined)
      return { kind: 'text', text: source.startsWith('&') ? decoded(source) : source }
    return { kind: slash === '/' ? 'close' : 'open', name: name.toLowerCase(), attributes, source }
  })
}

function decoded(entity: string): string {
  const body = entity.slice(1, -1)
  if (!body.startsWith('#')) return named[body] ?? entity
  const isHex = /^#x/i.test(body)
  const code = Number.parseInt(body.slice(isHex ? 2 : 1), isHex ? 16 : 10)
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : '\ufffd'
}
