import { describe, expect, test } from '@jest/globals'

import { freeTimes } from '../../../collections/bookings/slots/freeTimes.ts'
import { workingTimes } from '../../../collections/bookings/slots/workingTimes.ts'

const HOUR = 3_600_000
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16)
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const every = (from: string, to: string) => week.map((day) => ({ day, from, to }))

const stretches = (
  timeZone: string,
  date: string,
  hours: ReturnType<typeof every>,
): [string, string][] =>
  workingTimes({ timeZone, hours, absences: [] }, date).map(({ from, until }) => [
    iso(from),
    iso(until),
  ])

describe('working times', () => {
  test.each([
    // Moscow has no summer time.
    ['Europe/Moscow', '2026-07-01', '06:00', '15:00'],
    ['Europe/Moscow', '2026-12-01', '06:00', '15:00'],
    // Berlin has: the same hours of the clock are other moments.
    ['Europe/Berlin', '2026-07-01', '07:00', '16:00'],
    ['Europe/Berlin', '2026-12-01', '08:00', '17:00'],
    ['Asia/Kolkata', '2026-12-01', '03:30', '12:30'],
  ])('09:00 to 18:00 in %s on %s is %s to %s UTC', (zone, date, from, until) => {
    expect(stretches(zone, date, every('09:00', '18:00'))).toEqual([
      [`${date}T${from}`, `${date}T${until}`],
    ])
  })

  test('the night in which clocks go forward has an hour less, the one in which they go back one more', () => {
    const [spring] = workingTimes(
      { timeZone: 'Europe/Berlin', hours: every('00:00', '06:00'), absences: [] },
      '2026-03-29',
    )
    const [autumn] = workingTimes(
      { timeZone: 'Europe/Berlin', hours: every('00:00', '06:00'), absences: [] },
      '2026-10-25',
    )
    expect([spring, autumn].map((night) => (night ? night.until - night.from : 0) / HOUR)).toEqual([
      5, 7,
    ])
  })

  test('an hour that the clocks leave out begins after the change', () => {
    expect(stretches('Europe/Berlin', '2026-03-29', every('02:30', '05:00'))).toEqual([
      ['2026-03-29T01:30', '2026-03-29T03:00'],
    ])
  })

  test('24:00 is the end of the day, and a break divides it', () => {
    const hours = [...every('20:00', '24:00'), ...every('10:00', '12:00')]
    expect(stretches('Europe/Moscow', '2026-12-01', hours)).toEqual([
      ['2026-12-01T07:00', '2026-12-01T09:00'],
      ['2026-12-01T17:00', '2026-12-01T21:00'],
    ])
  })

  test('absences cut pieces out, or everything', () => {
    const at = (time: string): number => Date.parse(`2026-12-01T${time}:00Z`)
    const without = (from: string, until: string) =>
      workingTimes(
        {
          timeZone: 'UTC',
          hours: every('09:00', '12:00'),
          absences: [{ from: at(from), until: at(until) }],
        },
        '2026-12-01',
      ).map((part) => [iso(part.from).slice(11), iso(part.until).slice(11)])
    expect(without('10:00', '10:30')).toEqual([
      ['09:00', '10:00'],
      ['10:30', '12:00'],
    ])
    expect(without('08:00', '10:00')).toEqual([['10:00', '12:00']])
    expect(without('00:00', '23:00')).toEqual([])
    expect(without('12:00', '13:00')).toEqual([['09:00', '12:00']])
  })
})

describe('free times', () => {
  const options = {
    working: [{ from: 0, until: 4 * HOUR }],
    busy: [] as { from: number; until: number }[],
    durationMs: HOUR,
    bufferMs: 0,
    stepMs: HOUR,
    earliest: 0,
  }
  const hours = (changes: Partial<typeof options>) =>
    freeTimes({ ...options, ...changes }).map((start) => start / HOUR)

  test('begin in steps and end within the working time', () => {
    expect(hours({})).toEqual([0, 1, 2, 3])
    expect(hours({ stepMs: HOUR / 2 })).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3])
    expect(hours({ durationMs: 5 * HOUR })).toEqual([])
  })

  test('keep clear of bookings, with the break before them too', () => {
    const busy = [{ from: 2 * HOUR, until: 3 * HOUR }]
    expect(hours({ busy })).toEqual([0, 1, 3])
    expect(hours({ busy, bufferMs: HOUR / 2 })).toEqual([0, 3])
  })

  test('do not begin before the earliest moment', () => {
    expect(hours({ earliest: HOUR + 1 })).toEqual([2, 3])
  })
})
