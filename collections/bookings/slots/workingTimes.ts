import { DateTime } from 'luxon'

/** A stretch of time, milliseconds since the Unix epoch; the end is not part of it. */
export type Stretch = { from: number; until: number }

/** When somebody works, as the row has it. */
export type WorkingHours = {
  timeZone: string
  hours: readonly { day: string; from: string; to: string }[]
  absences: readonly Stretch[]
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/**
 * The stretches of a day on which somebody works, absences taken out. `date` (`2026-03-29`) and the hours are of the
 * schedule's own zone; where its clocks are changed, a stretch is as long as it really is.
 */
export function workingTimes({ absences, hours, timeZone }: WorkingHours, date: string): Stretch[] {
  const day = DateTime.fromISO(date, { zone: timeZone })
  if (!day.isValid) return []
  const name = days[day.weekday - 1]
  const stretches = hours
    .filter((row) => row.day === name)
    .map(({ from, to }) => ({
      from: momentOf(date, from, timeZone),
      until: momentOf(date, to, timeZone),
    }))
    .filter(({ from, until }) => until > from)
    .sort((left, right) => left.from - right.from)
  return absences.reduce(withoutAbsence, stretches)
}

/** A time that the clocks leave out that night is the moment after the change. */
function momentOf(date: string, time: string, zone: string): number {
  const isMidnight = time === '24:00'
  const moment = DateTime.fromISO(`${date}T${isMidnight ? '00:00' : time}`, { zone })
  return (isMidnight ? moment.plus({ days: 1 }) : moment).toMillis()
}

function withoutAbsence(stretches: Stretch[], absence: Stretch): Stretch[] {
  return stretches.flatMap(({ from, until }) => {
    if (absence.until <= from || absence.from >= until) return [{ from, until }]
    const before = { from, until: Math.min(until, absence.from) }
    const after = { from: Math.max(from, absence.until), until }
    return [before, after].filter((part) => part.until > part.from)
  })
}
