/**
 * The text, or as much of it as fits into `maxLength` UTF-16 units with a "…" at its end. Services that count code
 * points or graphemes bear at least as much. A pair that makes one character is never cut apart.
 */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const kept = text.slice(0, Math.max(0, maxLength - 1))
  const isPairCut = /[\uD800-\uDBFF]$/.test(kept)
  return `${isPairCut ? kept.slice(0, -1) : kept}…`
}
