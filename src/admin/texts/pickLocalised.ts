/** A text out of `{ en, ru }`, of a plain text, or of nothing. */
export function pickLocalised(text: unknown, language: string): string {
  if (typeof text === 'string') return text
  if (typeof text !== 'object' || text === null) return ''
  const byLanguage = text as Record<string, unknown>
  const found = byLanguage[language] ?? byLanguage['en'] ?? Object.values(byLanguage)[0]
  return typeof found === 'string' ? found : ''
}
