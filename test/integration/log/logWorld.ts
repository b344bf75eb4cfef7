import type { JobReport } from '../../../src/schedule/scheduledJob.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type SeededDelivery, seedLog } from '../api/seedLog.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

type Run = { trigger?: 'schedule' | 'manual'; daysAhead?: number; signal?: AbortSignal }

/** The application with a log of the last weeks, and the jobs that keep it. */
export type LogWorld = BootedFlow & {
  manager: Actor
  viewer: Actor
  /** Runs one of the engine's jobs as its schedule does; `daysAhead` is how far its clock has moved on. */
  run: (name: string, run?: Run) => Promise<JobReport>
  /** Adds up until every hour without waiting deliveries is closed: transactions of other tests' databases hold that up too. */
  rollUp: () => Promise<number>
  /** What the statistics answer for the last weeks, without what only the moment of asking decides. */
  stats: (query?: string) => Promise<Record<string, unknown>>
  count: (table: string, where?: string) => Promise<number>
  /** Forgets everything that was logged, counted and kept. */
  clear: () => Promise<void>
  /** Events with one delivery each, all in the same state, spread over hours. */
  seed: (rows: Seeded) => Promise<string[]>
}

/** What to put into the log. */
export type Seeded = {
  name: string
  count: number
  daysAgo: number
  status?: string
  /** Hours between two. @default 1 */
  everyHours?: number
  /** Also an attempt for each. @default true */
  hasAttempts?: boolean
  documentId?: string
} & Partial<Pick<SeededDelivery, 'channel' | 'subscription' | 'step'>>

/** Boots without a worker: the tests run the jobs themselves. */
export async function openLogWorld(): Promise<LogWorld> {
  const flow = await bootFlow({ worker: false })
  const viewer = await createActor(flow.payload, 'viewer')
  const manager = await createActor(flow.payload, 'manager')
  const { sql } = flow
  const count = async (table: string, where = 'true'): Promise<number> => {
    const { rows } = await sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
    )
    return rows[0]?.n ?? -1
  }
  const run: LogWorld['run'] = async (
    name,
    { daysAhead = 0, signal, trigger = 'schedule' } = {},
  ) => {
    const job = flow.runtime.jobs.find((candidate) => candidate.name === name)
    if (!job) throw new Error(`no job ${name}`)
    const report = await job.run({
      trigger,
      state: { everythingAt: Date.now() },
      resumedAt: null,
      signal: signal ?? new AbortController().signal,
      now: () => Date.now() + daysAhead * DAY_MS,
    })
    return report ?? {}
  }
  return {
    ...flow,
    manager,
    viewer,
    run,
    count,
    rollUp: async () => {
      let counted = 0
      await until(async () => {
        counted += Number((await run('roll-up-statistics')).emitted)
        const open = `NOT is_closed AND size = 'hour' AND NOT EXISTS (SELECT 1 FROM event_deliveries d
          WHERE d.status IN ('pending', 'retrying') AND date_trunc('hour', d.created_at, 'UTC') = at)`
        return (await count('event_rollup_periods', open)) === 0
      }, 'closed hours')
      return counted
    },
    stats: async (query = '') => {
      const from = new Date(Date.now() - 60 * DAY_MS).toISOString().slice(0, 10)
      const { body } = await flow.rest('GET', `/events/stats?from=${from}&${query}`, undefined, {
        user: viewer,
      })
      const { to: _to, ...rest } = body
      return rest
    },
    clear: async () => {
      await sql.query(
        `TRUNCATE event_logs, event_deliveries, event_attempts, event_rollups, event_rollup_durations,
         event_rollup_periods, event_sequences`,
      )
    },
    seed: async ({ count, daysAgo, everyHours = 1, hasAttempts = true, name, ...row }) => {
      const { channel, documentId, status = 'delivered', step, subscription } = row
      const ids = Array.from({ length: count }, (_, n) => `${name}${n}`)
      const at = (n: number, plusMs = 0): string =>
        new Date(Date.now() - daysAgo * DAY_MS + n * everyHours * HOUR_MS + plusMs).toISOString()
      await seedLog(sql, {
        events: ids.map((id, n) => ({
          id: `evt_${id}`,
          createdAt: at(n),
          ...(documentId === undefined ? {} : { collection: 'parcels', documentId }),
        })),
        deliveries: ids.map((id, n) => ({
          id: `dlv_${id}`,
          event: `evt_${id}`,
          status,
          createdAt: at(n),
          ...(channel === undefined ? {} : { channel }),
          ...(subscription === undefined ? {} : { subscription }),
          ...(step === undefined ? {} : { step }),
        })),
      })
      await sql.query(
        `UPDATE event_logs SET sequence = substring(id FROM '\\d+$')::int + 1 WHERE document_id IS NOT NULL AND sequence IS NULL`,
      )
      await sql.query(
        `UPDATE event_deliveries SET delivered_at = created_at + substring(id FROM '\\d+$')::int * interval '7 milliseconds'
         WHERE status = 'delivered' AND id LIKE 'dlv_' || $1 || '%'`,
        [name],
      )
      if (!hasAttempts) return ids
      await sql.query(
        `INSERT INTO event_attempts (id, delivery, event, subscription, channel, number, outcome, code, duration_ms, created_at)
         SELECT 'att_' || d.id, d.id, d.event, d.subscription, d.channel, 1, 'delivered', 'http_200',
           substring(d.id FROM '\\d+$')::int, d.created_at
         FROM event_deliveries d WHERE id LIKE 'dlv_' || $1 || '%'`,
        [name],
      )
      return ids
    },
  }
}
