import type { JsonObject } from '../kernel/json.ts'
import type { Sql } from '../kernel/sql.ts'
import type { JobReport, RunTrigger, ScheduledJob } from './scheduledJob.ts'
import { repeatText } from './repeatText.ts'
import {
  claimSql,
  defineSql,
  finishSql,
  forgetJobsSql,
  lookSql,
  moveDueSql,
  prolongSql,
} from './scheduleSql.ts'

/** A job's row, as far as deciding needs it. Times are milliseconds since the Unix epoch. */
export type JobState = {
  name: string
  isEnabled: boolean
  isRequested: boolean
  isLeased: boolean
  leaseUntil: number | null
  nextRunAt: number
  lastDueAt: number | null
}

/** A run this process may carry out until its lease ends. */
export type ClaimedRun = {
  runId: string
  trigger: RunTrigger
  /** The due time it is for; null when a person asked before one came. */
  dueAt: number | null
  /** Runs in a row that failed before this one. */
  failures: number
  state: JsonObject
  resumedAt: number | null
}

/** What is written down at the end of a run. */
export type FinishedRun = JobReport & {
  name: string
  run: ClaimedRun
  outcome: 'done' | 'failed' | 'stopped'
  error: string | null
  nextRunAt: number
  finishedAt: number
  durationMs: number
}

/** The rows every process of a site shares; they decide who runs what. */
export type ScheduleStore = {
  define: (jobs: readonly { job: ScheduledJob; nextRunAt: number }[], now: number) => Promise<void>
  look: (names: readonly string[]) => Promise<JobState[]>
  /** Gives a job another due time, unless it has changed meanwhile. */
  moveDue: (name: string, from: number, to: number) => Promise<void>
  claim: (
    name: string,
    claim: { runId: string; leaseMs: number; now: number; host: string },
  ) => Promise<ClaimedRun | undefined>
  /** False: the lease is another's. */
  prolong: (name: string, runId: string, leaseMs: number) => Promise<boolean>
  /** False: the lease was another's, nothing was written. */
  finish: (finished: FinishedRun) => Promise<boolean>
}

const FORGET_AFTER_MS = 30 * 86_400_000

type LookRow = {
  id: string
  enabled: boolean
  nextRunAt: Date
  lastDueAt: Date | null
  isRequested: boolean
  isLeased: boolean
  leaseUntil: Date | null
}
type ClaimRow = {
  trigger: RunTrigger
  dueAt: Date | null
  failures: number
  state: JsonObject | null
  resumedAt: Date | null
}

/** Leases go by the database's clock, due times by the one that is handed in. */
export function createScheduleStore(sql: () => Promise<Sql>): ScheduleStore {
  const query: Sql['query'] = async (text, values) => (await sql()).query(text, values)
  return {
    define: async (jobs, now) => {
      for (const { job, nextRunAt } of jobs) {
        const { label, name, repeat } = job
        const texts = [label, repeatText(repeat)].map((text) => JSON.stringify(text))
        await query(defineSql, [
          name,
          ...texts,
          JSON.stringify(repeat),
          new Date(nextRunAt),
          new Date(now),
        ])
      }
      const names = jobs.map(({ job }) => job.name)
      await query(forgetJobsSql, [names, new Date(now - FORGET_AFTER_MS)])
    },
    look: async (names) => {
      const { rows } = await query<LookRow>(lookSql, [names])
      return rows.map(({ enabled, id, lastDueAt, leaseUntil, nextRunAt, ...row }) => ({
        ...row,
        name: id,
        isEnabled: enabled,
        nextRunAt: nextRunAt.getTime(),
        lastDueAt: lastDueAt?.getTime() ?? null,
        leaseUntil: leaseUntil?.getTime() ?? null,
      }))
    },
    moveDue: async (name, from, to) => {
      await query(moveDueSql, [name, new Date(from), new Date(to)])
    },
    claim: async (name, { host, leaseMs, now, runId }) => {
      const values = [name, runId, leaseMs, new Date(now), host]
      const [row] = (await query<ClaimRow>(claimSql, values)).rows
      if (!row) return undefined
      return {
        runId,
        trigger: row.trigger,
        dueAt: row.dueAt?.getTime() ?? null,
        failures: Number(row.failures),
        state: row.state ?? {},
        resumedAt: row.resumedAt?.getTime() ?? null,
      }
    },
    prolong: async (name, runId, leaseMs) => {
      const { rows } = await query(prolongSql, [name, runId, leaseMs])
      return rows.length > 0
    },
    finish: async (finished) => {
      const { rows } = await query(finishSql, finishValues(finished))
      return rows.length > 0
    },
  }
}

function finishValues(finished: FinishedRun): unknown[] {
  const { durationMs, emitted, error, found, name, nextRunAt, outcome, run, state } = finished
  const isFailure = outcome === 'failed'
  return [
    name,
    run.runId,
    new Date(nextRunAt),
    run.dueAt === null ? null : new Date(run.dueAt),
    new Date(finished.finishedAt),
    durationMs,
    outcome,
    error,
    found ?? null,
    emitted ?? null,
    isFailure ? run.failures + 1 : 0,
    state === undefined ? null : JSON.stringify(state),
  ]
}
