import { withClient } from '../../database/withClient.ts'
import { userAgent } from '../../egress/userAgent.ts'
import { pingRedis } from '../../queue/pingRedis.ts'
import { healthSql } from './healthSql.ts'
import { within } from './within.ts'

/** What `GET /api/health` answers. Ages are milliseconds; null where there is nothing or nobody to ask. */
export type Health = {
  ok: boolean
  database: 'up' | 'down'
  queue: { feed: 'table' | 'redis'; ok: boolean }
  /** `count` of workers with a heartbeat younger than 15 s. */
  worker: { ok: boolean; count: number; lastHeartbeatAgeMs: number | null }
  /** Events not yet routed; `pending` counts to 10,000. */
  outbox: { pending: number | null; oldestAgeMs: number | null }
  version: string
}

type HealthRow = {
  workers: number
  heartbeat_age_ms: number | null
  pending: number
  oldest_age_ms: number | null
}

/** Of connecting and of asking, each; the answer must come within two seconds. */
const stepTimeoutMs = 800
const totalTimeoutMs = 1_800

/**
 * Looks at every part, on connections of its own with short time-outs: the pools of the application may be what is
 * stuck. Never throws.
 */
export async function checkHealth(options: {
  databaseUrl: string
  redisUrl: string | undefined
}): Promise<Health> {
  const { databaseUrl, redisUrl } = options
  const [row, isRedisUp] = await Promise.all([
    within(totalTimeoutMs, askDatabase(databaseUrl), undefined),
    redisUrl === undefined
      ? undefined
      : within(totalTimeoutMs, pingRedis(redisUrl, stepTimeoutMs), false),
  ])
  const isUp = row !== undefined
  const queue = {
    feed: redisUrl === undefined ? ('table' as const) : ('redis' as const),
    // The table is the queue when there is no Redis.
    ok: isRedisUp ?? isUp,
  }
  const worker = {
    ok: (row?.workers ?? 0) > 0,
    count: row?.workers ?? 0,
    lastHeartbeatAgeMs: age(row?.heartbeat_age_ms),
  }
  return {
    ok: isUp && queue.ok && worker.ok,
    database: isUp ? 'up' : 'down',
    queue,
    worker,
    outbox: { pending: row?.pending ?? null, oldestAgeMs: age(row?.oldest_age_ms) },
    version: userAgent.split('/')[1] ?? '',
  }
}

async function askDatabase(url: string): Promise<HealthRow | undefined> {
  try {
    return await withClient({
      url,
      timeoutMs: stepTimeoutMs,
      work: async (client) => (await client.query<HealthRow>(healthSql)).rows[0],
    })
  } catch {
    return undefined
  }
}

function age(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.max(0, Math.round(value))
}
