import {
  createScheduler,
  type Scheduler,
  type SchedulerOptions,
} from '../../../src/schedule/createScheduler.ts'
import { createScheduleStore } from '../../../src/schedule/scheduleStore.ts'
import type { ScheduledJob } from '../../../src/schedule/scheduledJob.ts'
import { silentLogger } from '../engine/silentLogger.ts'
import { type BootedFlow, bootFlow } from '../flow/bootFlow.ts'
import { type TestClock, testClock } from './testClock.ts'

/** The tables of the schedule, a clock, and schedulers as if each were a process. */
export type ScheduleWorld = BootedFlow & {
  clock: TestClock
  /** A scheduler that has written its jobs into the rows, and ticks only when told. */
  open: (jobs: readonly ScheduledJob[], more?: Partial<SchedulerOptions>) => Promise<Scheduler>
  job: (name: string) => Promise<Record<string, unknown>>
  /** Oldest first. */
  runs: (name: string) => Promise<Record<string, unknown>[]>
  /** Forgets every job and run. */
  clear: () => Promise<void>
}

/** Boots the application without worker and schedule. */
export async function openScheduleWorld(): Promise<ScheduleWorld> {
  const flow = await bootFlow({ worker: false })
  const clock = testClock('2026-03-01T12:00:00.000Z')
  const store = createScheduleStore(async () => flow.sql)
  const rows = async (text: string, name: string) =>
    (await flow.sql.query<Record<string, unknown>>(text, [name])).rows
  return {
    ...flow,
    clock,
    open: async (jobs, more = {}) => {
      const options = { jobs, store, clock, logger: silentLogger, host: 'test', ...more }
      const now = options.clock.now()
      const scheduler = createScheduler(options)
      await options.store.define([], now)
      await scheduler.tick()
      return scheduler
    },
    job: async (name) => {
      const [row] = await rows('SELECT * FROM scheduled_jobs WHERE id = $1', name)
      return row ?? {}
    },
    runs: (name) => rows('SELECT * FROM scheduled_runs WHERE job = $1 ORDER BY id', name),
    clear: async () => {
      await flow.sql.query('DELETE FROM scheduled_jobs; DELETE FROM scheduled_runs')
    },
  }
}
