const DAY_MS = 24 * 60 * 60 * 1000
/** IMF-fixdate, the one HTTP date form still sent. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * Reads a `Retry-After` header, seconds or HTTP date, as milliseconds from `now` (epoch milliseconds).
 * Undefined when absent or unreadable; never negative, never more than a day.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const text = value.trim()
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * 1000, DAY_MS)
  const date = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date - now, 0), DAY_MS)
}
