import type { Sql } from '../kernel/sql.ts'
import type { OpenReceiver } from '../pace/receiverHealth.ts'

/** What a look at the tables says there is to do. */
export type WorkAtHand = {
  hasEvents: boolean
  hasDue: boolean
  hasExpired: boolean
  /** Subscriptions with deliveries that wait for their turn. */
  lanes: string[]
  openReceivers: OpenReceiver[]
}

/** Who a worker is, for the registry. */
export type WorkerIdentity = { id: string; role: string; host: string; pid: number; feed: string }

/** The worker's own bookkeeping: one look per second when idle, and its row in the registry. */
export type WorkerStore = {
  register: () => Promise<void>
  unregister: () => Promise<void>
  /** One query. Also stamps the heartbeat when asked to. */
  look: (options: { overdueMs: number; beat: boolean }) => Promise<WorkAtHand>
}

type LookRow = {
  events: boolean
  due: boolean
  expired: boolean
  lanes: string[]
  receivers: OpenReceiver[]
}

/** Every subscription that has waiting rows, by as many steps through the index as there are of them. */
const lanesCte = `lane(subscription) AS (
  SELECT min(subscription) FROM event_deliveries WHERE gate = 'held'
  UNION ALL
  SELECT (SELECT min(d.subscription) FROM event_deliveries d WHERE d.gate = 'held' AND d.subscription > lane.subscription)
  FROM lane WHERE lane.subscription IS NOT NULL
)`

/** Parameters: overdue ms, milliseconds the clock of the breakers is moved by, id of the worker (only with a beat). */
const lookSql = (beat: string): string => `
WITH RECURSIVE ${beat}${lanesCte}
SELECT EXISTS (SELECT 1 FROM event_logs WHERE status = 'pending') AS events,
  EXISTS (SELECT 1 FROM event_deliveries WHERE status IN ('pending', 'retrying')
    AND gate IS DISTINCT FROM 'held' AND next_attempt_at <= now() - $1 * interval '1 millisecond') AS due,
  EXISTS (SELECT 1 FROM event_deliveries WHERE status = 'delivering' AND lease_until < now()) AS expired,
  ARRAY(SELECT subscription FROM lane WHERE subscription IS NOT NULL) AS lanes,
  (SELECT coalesce(json_agg(json_build_object('subscriptionId', subscription, 'channelEntry', channel_entry,
    'isRestOver', open_until <= now() + $2 * interval '1 millisecond')), '[]')
    FROM event_breakers WHERE open_until IS NOT NULL) AS receivers`

const silentLookSql = lookSql('')
const beatingLookSql = lookSql(
  'beat AS (UPDATE event_workers SET heartbeat_at = now() WHERE id = $3), ',
)

/** Rows of workers that have been silent this long are swept away. */
const FORGET_AFTER = "interval '10 minutes'"

/** All statements of one worker process; `shiftMs` moves the clock of the breakers, for tests. */
export function createWorkerStore(
  sql: Sql,
  identity: WorkerIdentity,
  shiftMs: () => number = () => 0,
): WorkerStore {
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
      const shift = shiftMs()
      const result = beat
        ? await sql.query<LookRow>(beatingLookSql, [overdueMs, shift, identity.id])
        : await sql.query<LookRow>(silentLookSql, [overdueMs, shift])
      const [row] = result.rows
      return {
        hasEvents: row?.events === true,
        hasDue: row?.due === true,
        hasExpired: row?.expired === true,
        lanes: row?.lanes ?? [],
        openReceivers: row?.receivers ?? [],
      }
    },
  }
}
