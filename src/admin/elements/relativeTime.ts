const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
]

/** "5 minutes ago", "in 2 hours"; both times in milliseconds since the epoch. */
export function relativeTime(times: { at: number; now: number; language: string }): string {
  const { at, language, now } = times
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const distance = at - now
  const [unit, size] = units.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 1_000]
  return format.format(Math.trunc(distance / size), unit)
}
