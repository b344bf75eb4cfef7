/**
 * The value of a localised field in the reader's language, or in any that has one: half a letter in the wrong
 * language is better than none. `undefined` when every language is empty.
 */
export function pickLocale(value: unknown, locale: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const all = new Map(Object.entries(value).filter(([, inner]) => inner !== null && inner !== ''))
  return all.get(locale) ?? [...all.values()][0]
}
