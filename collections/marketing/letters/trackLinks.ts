import { escapeHtml } from '../../pages/escapeHtml.ts'

const anchorHref = /(<a\b[^>]*?\shref\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi
const entity = /&(amp|lt|gt|quot|#39|#x27);/g
const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
}

/**
 * Replaces the addresses of a letter's links by what `replace` gives for them. Only links to pages count: mail, phone
 * and jumps within the letter stay.
 */
export function trackLinks(html: string, replace: (url: string) => string): string {
  return html.replace(anchorHref, (whole, before: string, double?: string, single?: string) => {
    const url = unescaped(double ?? single ?? '').trim()
    return /^https?:\/\//i.test(url) ? `${before}"${escapeHtml(replace(url))}"` : whole
  })
}

const unescaped = (text: string): string =>
  text.replace(entity, (whole, name: string) => signs[name] ?? whole)
