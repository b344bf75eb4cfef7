import type { Clock } from '../kernel/clock.ts'
import type { Logger } from '../kernel/logger.ts'
import { dueAfter, retryAfter } from './dueTimes.ts'
import type { JobReport, ScheduledJob } from './scheduledJob.ts'
import type { ClaimedRun, FinishedRun, ScheduleStore } from './scheduleStore.ts'

const LONGEST_ERROR = 1_000
const LONGEST_RUN_MS = 3_600_000

/** What a run needs from its schedule. */
export type RunTools = {
  store: ScheduleStore
  clock: Clock
  logger: Logger
  leaseMs: number
  /** Ends when the process stops. */
  stopping: AbortSignal
}

/** Carries out one claimed run, keeps its lease, and writes down what it came to. Never rejects. */
export async function runJob(job: ScheduledJob, run: ClaimedRun, tools: RunTools): Promise<void> {
  const { clock, logger, stopping } = tools
  const lease = holdLease(job, run, tools)
  const startedAt = performance.now()
  const limit = limitOf(job, tools.leaseMs)
  const signal = AbortSignal.any([stopping, lease.lost, limit.reached])
  const result = await Promise.race([attempt(job, run, { clock, signal }), limit.givenUp])
  limit.release()
  lease.release()
  const now = clock.now()
  const isStopped = stopping.aborted && result.error !== null
  const finished: FinishedRun = {
    ...result.report,
    name: job.name,
    run,
    error: result.error,
    outcome: isStopped ? 'stopped' : result.error === null ? 'done' : 'failed',
    nextRunAt: isStopped ? (run.dueAt ?? now) : nextRun(job, run, { now, error: result.error }),
    finishedAt: now,
    durationMs: Math.round(performance.now() - startedAt),
  }
  if (result.error !== null && !isStopped) {
    logger.error({ msg: `flowmasters: the job ${job.name} failed`, err: result.cause })
  }
  try {
    const isWritten = await tools.store.finish(finished)
    if (!isWritten) logger.warn({ msg: `flowmasters: the job ${job.name} ran past its lease` })
  } catch (err) {
    // Its lease runs out, and the due time is made up for then.
    logger.error({ msg: `flowmasters: the end of the job ${job.name} could not be noted`, err })
  }
}

function nextRun(
  job: ScheduledJob,
  run: ClaimedRun,
  { error, now }: { error: string | null; now: number },
): number {
  return error === null ? dueAfter(job, now, run.dueAt) : retryAfter(job, now, run)
}

type Result = { report: JobReport; error: string | null; cause?: unknown }

async function attempt(
  job: ScheduledJob,
  run: ClaimedRun,
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<Result> {
  const { resumedAt, state, trigger } = run
  try {
    const report = (await job.run({ trigger, state, resumedAt, signal, now: clock.now })) ?? {}
    if (signal.aborted) return { report, error: 'stopped before it was through' }
    const { problem } = report
    return { report, error: problem === undefined ? null : shortened(problem), cause: problem }
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    return { report: {}, error: shortened(message), cause }
  }
}

/** A run that hangs must not keep its job from ever running again: it is told to stop, and is not waited for much longer. */
function limitOf(
  { longestMs = LONGEST_RUN_MS, name }: ScheduledJob,
  graceMs: number,
): { reached: AbortSignal; givenUp: Promise<Result>; release: () => void } {
  const reached = new AbortController()
  const error = `was not through after ${longestMs} ms and did not stop when it was told to`
  const timers: NodeJS.Timeout[] = []
  const givenUp = new Promise<Result>((resolve) => {
    const giveUp = (): void => resolve({ report: {}, error, cause: new Error(`${name} ${error}`) })
    timers.push(
      setTimeout(() => reached.abort(), longestMs),
      setTimeout(giveUp, longestMs + graceMs),
    )
  })
  return { reached: reached.signal, givenUp, release: () => timers.forEach(clearTimeout) }
}

function shortened(text: string): string {
  return text.length > LONGEST_ERROR ? `${text.slice(0, LONGEST_ERROR)}…` : text
}

/** Prolongs the lease at a third of its length; tells the run when it has, or may have, become another's. */
function holdLease(
  job: ScheduledJob,
  run: ClaimedRun,
  { leaseMs, logger, store }: RunTools,
): { lost: AbortSignal; release: () => void } {
  const lost = new AbortController()
  let heldUntil = performance.now() + leaseMs
  const prolong = async (): Promise<void> => {
    const askedAt = performance.now()
    try {
      if (await store.prolong(job.name, run.runId, leaseMs)) heldUntil = askedAt + leaseMs
      else lost.abort()
    } catch (err) {
      logger.warn({ msg: `flowmasters: the lease of ${job.name} could not be prolonged`, err })
      if (performance.now() >= heldUntil) lost.abort()
    }
  }
  const timer = setInterval(() => void prolong(), leaseMs / 3)
  return { lost: lost.signal, release: () => clearInterval(timer) }
}
