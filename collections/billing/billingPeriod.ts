import { DateTime } from 'luxon'

/** How often a subscription is paid. */
export type BillingInterval = { unit: 'day' | 'week' | 'month' | 'year'; count: number }

/** What a payment pays for; ISO 8601 in UTC, the end is not part of it. */
export type BillingPeriod = { start: string; end: string }

type PeriodOptions = {
  interval: BillingInterval
  /** The moment whose day of the month the ends keep: 31 January, 28 February, 31 March. */
  anchor: string
}

/** One interval from `start` on, counted in UTC. */
export function billingPeriod(start: string, { anchor, interval }: PeriodOptions): BillingPeriod {
  const from = DateTime.fromISO(start, { zone: 'utc' })
  const rough = from.plus({ [interval.unit]: interval.count })
  const isByCalendar = interval.unit === 'month' || interval.unit === 'year'
  const end = isByCalendar ? onDayOf(rough, DateTime.fromISO(anchor, { zone: 'utc' })) : rough
  return { start: from.toJSDate().toISOString(), end: end.toJSDate().toISOString() }
}

/** The anchor's day in the month of `date`, or that month's last day. */
function onDayOf(date: DateTime, anchor: DateTime): DateTime {
  return date.set({ day: Math.min(anchor.day, date.daysInMonth ?? anchor.day) })
}
