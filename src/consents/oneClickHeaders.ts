/** Headers that let a mail program offer "unsubscribe" by itself, in one click (RFC 2369 and 8058). */
export function oneClickHeaders(url: string): {
  'List-Unsubscribe': string
  'List-Unsubscribe-Post': string
} {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
