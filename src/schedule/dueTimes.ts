import { nextDue } from './nextDue.ts'
import type { ScheduledJob } from './scheduledJob.ts'
import type { ClaimedRun } from './scheduleStore.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Clocks of a site's machines differ by less; a due time further ahead than this comes from a clock that was wrong. */
const MOST_SKEW_MS = 24 * HOUR_MS

/**
 * The due time a job waits for. Later than the one done last, so that a machine whose clock is slow, or was set
 * back, does not do it again.
 */
export function dueAfter(job: ScheduledJob, now: number, doneDueAt: number | null): number {
  const isBelievable = doneDueAt !== null && doneDueAt - now < MOST_SKEW_MS
  return nextDue(job, isBelievable ? Math.max(now, doneDueAt) : now)
}

/** When to try again after a failure: 1, 2, 4 … minutes, an hour at most, and never later than the next due time. */
export function retryAfter(job: ScheduledJob, now: number, run: ClaimedRun): number {
  const pause = Math.min(HOUR_MS, MINUTE_MS * 2 ** Math.min(run.failures, 6))
  return Math.min(dueAfter(job, now, run.dueAt), now + pause)
}
