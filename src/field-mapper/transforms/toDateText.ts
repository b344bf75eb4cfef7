import { DateTime } from 'luxon'

/**
 * A moment in another format: `iso` (the default), `unix` seconds, `unixMs`, `unixMicros`, or Luxon's tokens. Numbers are milliseconds
 * since the epoch; a text without a zone is read in `zone` (default UTC). `undefined` for what is no date.
 */
export function toDateText(
  value: string | number | boolean,
  { format = 'iso', zone = 'UTC' }: { format?: string | undefined; zone?: string | undefined },
): string | number | undefined {
  if (typeof value === 'boolean') return undefined
  const moment =
    typeof value === 'number'
      ? DateTime.fromMillis(value, { zone })
      : DateTime.fromISO(value.trim(), { zone })
  if (!moment.isValid) return undefined
  switch (format) {
    case 'iso':
      return moment.toISO()
    case 'unix':
      return Math.floor(moment.toMillis() / 1000)
    case 'unixMs':
      return moment.toMillis()
    case 'unixMicros':
      return moment.toMillis() * 1000
    default:
      return moment.toFormat(format, { locale: 'en' })
  }
}
