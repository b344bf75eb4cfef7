import type { JsonObject } from '../kernel/json.ts'
import type { Localised } from '../kernel/localised.ts'

/**
 * When a job is due: every so many milliseconds, on a grid that all processes share, or by a cron pattern (5 fields, or 6 with
 * seconds) on the wall clock of an IANA time zone. A wall-clock time that a change of the clocks leaves out is
 * moved an hour on; one that comes twice counts once.
 */
export type Repeat = { everyMs: number } | { cron: string; timeZone: string }

/** Why a job runs: it was due, its last run failed, or a person asked. */
export type RunTrigger = 'schedule' | 'retry' | 'manual'

/** What a job is told about the run. */
export type JobRun = {
  trigger: RunTrigger
  /** What the job's last good run left behind; empty at first. */
  state: JsonObject
  /** When a person switched the job on again: what fell due before is not made up for. Null: it was never off. */
  resumedAt: number | null
  /** Ends when the process stops, the run has lost its lease or has taken too long: finish the step under way, start no other. */
  signal: AbortSignal
  /** Milliseconds since the Unix epoch, by the schedule's clock. */
  now: () => number
}

/** What a run came to. */
export type JobReport = {
  /** Rows looked at that were due. */
  found?: number
  /** Events written, or things done. */
  emitted?: number
  /** Kept for the next run; absent: what was kept stays. */
  state?: JsonObject
  /** The run did what it could, but something went wrong; it counts as failed and is tried again. */
  problem?: string
}

/** Something that is done at set times, by one process of all. Must be safe to run twice. */
export type ScheduledJob = {
  /** Lower-case words with dots, dashes or underscores, such as `cart.abandoned`. */
  name: string
  label: Localised
  repeat: Repeat
  /** How long a run may take, in milliseconds; then its signal ends, and soon after it counts as failed. @default an hour */
  longestMs?: number
  run: (run: JobRun) => Promise<JobReport | undefined>
}
