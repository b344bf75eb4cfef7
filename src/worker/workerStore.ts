import type { Sql } from '../kernel/sql.ts'

/** What a look at the tables says there is to do. */
export type WorkAtHand = { hasEvents: boolean; hasDue: boolean; hasExpired: boolean }

/** Who a worker is, for the registry. */
export type WorkerIdentity = { id: string; role: string; host: string; pid: number; feed: string }

/** The worker's own bookkeeping: one look per second when idle, and its row in the registry. */
export type WorkerStore = {
  register: () => Promise<void>
  unregister: () => Promise<void>
  /** One query. Also stamps the heartbeat when asked to. */
  look: (options: { overdueMs: number; beat: boolean }) => Promise<WorkAtHand>
}

const lookSql = `
SELECT EXISTS (SELECT 1 FROM event_logs WHERE status = 'pending') AS events,
  EXISTS (SELECT 1 FROM event_deliveries WHERE status IN ('pending', 'retrying')
    AND next_attempt_at <= now() - $1 * interval '1 millisecond') AS due,
  EXISTS (SELECT 1 FROM event_deliveries WHERE status = 'delivering' AND lease_until < now()) AS expired`

/** Rows of workers that have been silent this long are swept away. */
const FORGET_AFTER = "interval '10 minutes'"

/** All statements of one worker process. */
export function createWorkerStore(sql: Sql, identity: WorkerIdentity): WorkerStore {
  return {
    register: async () => {
      const { feed, host, id, pid, role } = identity
      await sql.query(
        `WITH silent AS (DELETE FROM event_workers WHERE heartbeat_at < now() - ${FORGET_AFTER})
         INSERT INTO event_workers (id, role, host, pid, feed, heartbeat_at, created_at)
         VALUES ($1, $2, $3, $4, $5, now(), now())
         ON CONFLICT (id) DO UPDATE SET heartbeat_at = now()`,
        [id, role, host, pid, feed],
      )
    },
    unregister: async () => {
      await sql.query('DELETE FROM event_workers WHERE id = $1', [identity.id])
    },
    look: async ({ beat, overdueMs }) => {
      const text = beat
        ? `WITH beat AS (UPDATE event_workers SET heartbeat_at = now() WHERE id = $2) ${lookSql}`
        : lookSql
      const values = beat ? [overdueMs, identity.id] : [overdueMs]
      const result = await sql.query<{ events: boolean; due: boolean; expired: boolean }>(
        text,
        values,
      )
      const [row] = result.rows
      return {
        hasEvents: row?.events === true,
        hasDue: row?.due === true,
        hasExpired: row?.expired === true,
      }
    },
  }
}
