import { Cron } from 'croner'

import { FlowError } from '../kernel/flowError.ts'
import type { ScheduledJob } from './scheduledJob.ts'

const MINUTE_MS = 60_000
/** Clocks are set back by an hour at most where people live; twice that to be safe. */
const LONGEST_REPEAT_MS = 120 * MINUTE_MS

type Timed = Pick<ScheduledJob, 'name' | 'repeat'>

/**
 * The first due time after `afterMs`, in milliseconds since the Unix epoch. Intervals lie on a grid that depends on nothing
 * but the job, so every process and every restart agree; jobs of one interval are spread over it by their names.
 * Throws FLOW_SCHEDULE_REPEAT_INVALID.
 */
export function nextDue(job: Timed, afterMs: number): number {
  const { repeat } = job
  if ('cron' in repeat) return nextOfCron(job, repeat, afterMs)
  const { everyMs } = repeat
  if (!Number.isInteger(everyMs) || everyMs < 1) {
    throw invalid(job, `${everyMs} is not a whole number of milliseconds from 1 up`)
  }
  const offset = spread(job.name) % everyMs
  return (Math.floor((afterMs - offset) / everyMs) + 1) * everyMs + offset
}

function nextOfCron(
  job: Timed,
  { cron, timeZone }: { cron: string; timeZone: string },
  afterMs: number,
): number {
  let next: Date | null
  let from = afterMs
  try {
    const times = new Cron(cron, { timezone: timeZone, paused: true })
    next = times.nextRun(new Date(from))
    // In the hour that comes twice the library answers with the first one, which is over: ask from after it.
    while (next && next.getTime() <= afterMs && from - afterMs < LONGEST_REPEAT_MS) {
      from += MINUTE_MS
      next = times.nextRun(new Date(from))
    }
  } catch (cause) {
    throw invalid(job, `"${cron}" in the time zone "${timeZone}" cannot be read`, cause)
  }
  if (next && next.getTime() > afterMs) return next.getTime()
  throw invalid(job, `"${cron}" never comes`)
}

function invalid({ name }: Timed, why: string, cause?: unknown): FlowError {
  return new FlowError({
    code: 'FLOW_SCHEDULE_REPEAT_INVALID',
    message: `the job "${name}" has no usable schedule: ${why}`,
    hint: 'Give { everyMs } or { cron: "30 2 * * *", timeZone: "Europe/Berlin" }.',
    details: { job: name },
    cause,
  })
}

/** A number out of a name, well mixed (FNV-1a). */
function spread(name: string): number {
  let hash = 0x811c9dc5
  for (const letter of name) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  }
  return hash >>> 0
}
