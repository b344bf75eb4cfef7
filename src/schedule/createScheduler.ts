import type { Clock } from '../kernel/clock.ts'
import { FlowError } from '../kernel/flowError.ts'
import { newId } from '../kernel/ids.ts'
import type { Logger } from '../kernel/logger.ts'
import { createWakeable } from '../kernel/wakeable.ts'
import { dueAfter } from './dueTimes.ts'
import { nextDue } from './nextDue.ts'
import { runJob } from './runJob.ts'
import type { ScheduledJob } from './scheduledJob.ts'
import type { JobState, ScheduleStore } from './scheduleStore.ts'

/** What a schedule is made of. */
export type SchedulerOptions = {
  jobs: readonly ScheduledJob[]
  store: ScheduleStore
  clock: Clock
  logger: Logger
  /** What the list of runs shows as their place. */
  host: string
  /** How long a dead process keeps its job; running ones prolong. @default 60000 */
  leaseMs?: number
  /** Jobs this process runs at a time. @default 3 */
  concurrency?: number
  /** Longest time without a look at the rows. @default 60000 */
  longestSleepMs?: number
  /** How long `stop` waits for runs that do not react. @default 8000 */
  drainMs?: number
}

/** A running schedule. */
export type Scheduler = {
  /** Writes the jobs into the rows and begins to look. */
  start: () => Promise<void>
  /** Starts what is due now, until nothing is: resolves when those runs have ended. */
  tick: () => Promise<void>
  /** Something has changed (a person asked for a run): look at once. */
  wake: () => void
  /** Starts nothing more and lets runs finish the step under way. May be called again. */
  stop: () => Promise<void>
}

/**
 * A schedule that all processes share through rows: a due job is claimed by one of them under a lease, so it runs once per
 * due time and never overlaps itself; what fell due while nobody was there is made up for by one run.
 * Throws FLOW_SCHEDULE_JOB_INVALID, FLOW_SCHEDULE_REPEAT_INVALID.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { clock, jobs, logger, longestSleepMs = 60_000, store } = options
  const byName = checkJobs(jobs, clock.now())
  const wakeable = createWakeable()
  const stopping = new AbortController()
  const running = new Map<string, Promise<void>>()
  const looking = createLook(options, { byName, running, stopping: stopping.signal, wakeable })
  const define = (): Promise<void> => {
    const now = clock.now()
    return store.define(
      jobs.map((job) => ({ job, nextRunAt: nextDue(job, now) })),
      now,
    )
  }
  const tick = async (): Promise<{ wakeAt: number; runs: Promise<void>[] }> => {
    const first = await looking()
    if (!first.isIncomplete) return first
    await define()
    return looking()
  }

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      let sleepMs = Math.min(longestSleepMs, 5_000)
      try {
        const { wakeAt } = await tick()
        sleepMs = Math.min(longestSleepMs, Math.max(10, wakeAt - clock.now()))
      } catch (err) {
        logger.warn({ msg: 'flowmasters: the schedule cannot be read, trying again', err })
      }
      if (!stopping.signal.aborted) await wakeable.sleep(sleepMs)
    }
  }
  let looped: Promise<void> | undefined
  return {
    start: async () => {
      await define()
      looped ??= loop()
    },
    tick: async () => {
      for (let { runs } = await tick(); runs.length > 0; { runs } = await tick()) {
        await Promise.all(runs)
      }
    },
    wake: wakeable.wake,
    stop: async () => {
      stopping.abort()
      wakeable.wake()
      await looped
      await within(options.drainMs ?? 8_000, Promise.all(running.values()))
    },
  }
}

type LookParts = {
  byName: ReadonlyMap<string, ScheduledJob>
  running: Map<string, Promise<void>>
  stopping: AbortSignal
  wakeable: { wake: () => void }
}
type Looked = { wakeAt: number; runs: Promise<void>[]; isIncomplete: boolean }

/** One look: starts what is due as far as there is room, and says when to look again. */
function createLook(options: SchedulerOptions, parts: LookParts): () => Promise<Looked> {
  const { clock, concurrency = 3, leaseMs = 60_000, store } = options
  const { byName, running, stopping, wakeable } = parts
  /** Something was due and could not begin: the next end of a run makes room for it. */
  let isSomethingWaiting = false

  /** The end of the run is wrapped: an async function would wait for it. */
  const start = async (job: ScheduledJob): Promise<{ end: Promise<void> } | undefined> => {
    const { host } = options
    const claim = { runId: newId('run'), leaseMs, now: clock.now(), host }
    const run = await store.claim(job.name, claim)
    if (!run) return undefined
    const done = runJob(job, run, { ...options, leaseMs, stopping }).finally(() => {
      running.delete(job.name)
      if (isSomethingWaiting) wakeable.wake()
    })
    running.set(job.name, done)
    return { end: done }
  }

  const startIfFree = async (job: ScheduledJob, { isLeased }: JobState) => {
    const hasRoom = !stopping.aborted && running.size < concurrency && !running.has(job.name)
    const run = hasRoom && !isLeased ? await start(job) : undefined
    isSomethingWaiting ||= run === undefined
    return run ? [run.end] : []
  }

  return async () => {
    const states = await store.look([...byName.keys()])
    const looked: Looked = {
      wakeAt: Number.POSITIVE_INFINITY,
      runs: [],
      isIncomplete: states.length < byName.size,
    }
    isSomethingWaiting = false
    for (const state of inTurn(states)) {
      const job = byName.get(state.name)
      if (!job) continue
      const dueAt = await dueOf(job, state, { now: clock.now(), store })
      const isDue = dueAt <= clock.now()
      const wakeAt = isDue ? nextDue(job, clock.now()) : dueAt
      looked.wakeAt = Math.min(looked.wakeAt, wakeAt)
      if (isDue) looked.runs.push(...(await startIfFree(job, state)))
    }
    return looked
  }
}

/** When a job is to run: at once when a person asked, never while it is switched off. */
async function dueOf(
  job: ScheduledJob,
  state: JobState,
  { now, store }: { now: number; store: ScheduleStore },
): Promise<number> {
  if (state.isRequested) return now
  return state.isEnabled ? correctedDue(job, state, { now, store }) : Number.POSITIVE_INFINITY
}

/** A clock that was ahead leaves a due time that is too far away; it is moved to where it belongs. */
async function correctedDue(
  job: ScheduledJob,
  state: JobState,
  { now, store }: { now: number; store: ScheduleStore },
): Promise<number> {
  const latest = dueAfter(job, now, state.lastDueAt)
  if (state.nextRunAt <= latest) return state.nextRunAt
  await store.moveDue(job.name, state.nextRunAt, latest)
  return latest
}

/** What a person waits for first, then what has waited longest. */
function inTurn(states: readonly JobState[]): JobState[] {
  return [...states].sort(
    (a, b) => Number(b.isRequested) - Number(a.isRequested) || a.nextRunAt - b.nextRunAt,
  )
}

function checkJobs(jobs: readonly ScheduledJob[], now: number): ReadonlyMap<string, ScheduledJob> {
  const byName = new Map<string, ScheduledJob>()
  for (const job of jobs) {
    const isName = /^[a-z0-9][a-z0-9._-]{0,99}$/.test(job.name)
    if (!isName || byName.has(job.name)) {
      throw new FlowError({
        code: 'FLOW_SCHEDULE_JOB_INVALID',
        message: isName
          ? `two scheduled jobs are called "${job.name}"`
          : `"${job.name}" is no name for a scheduled job`,
        hint: 'Names are unique: a-z, 0-9, dots, dashes and underscores, 100 letters at most.',
      })
    }
    nextDue(job, now)
    byName.set(job.name, job)
  }
  return byName
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
