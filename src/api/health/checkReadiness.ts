import { withClient } from '../../database/withClient.ts'
import { pingRedis } from '../../queue/pingRedis.ts'
import { healthSql } from './healthSql.ts'
import { within } from './within.ts'

/** What must be there before a process can do its work. */
export const readinessParts = ['database', 'migrations', 'queue', 'worker'] as const

/** One of them. */
export type ReadinessPart = (typeof readinessParts)[number]

/** What `GET /api/health/ready` answers. */
export type Readiness = {
  ok: boolean
  database: { ok: boolean }
  /** `missing` names committed migrations the database has not seen; null when nobody told which there should be. */
  migrations: { ok: boolean; missing: string[] | null }
  queue: { ok: boolean; feed: 'table' | 'redis' }
  /** Null: no worker has ever been there. */
  worker: { ok: boolean; lastHeartbeatAgeMs: number | null }
}

/** What is asked, and where. */
export type ReadinessOptions = {
  databaseUrl: string
  redisUrl: string | undefined
  /** Names of the migrations that must have run. */
  migrations: readonly string[] | undefined
  /** Those that decide about `ok`. */
  parts: readonly ReadinessPart[]
}

type Found = { missing: string[] | null; heartbeatAgeMs: number | null }

const stepTimeoutMs = 800
const totalTimeoutMs = 1_800

/** Longer than a rolling restart leaves a site without a worker. */
const heartbeatMs = 60_000

/** Looks at every part, on connections of its own with short time-outs. Never throws. */
export async function checkReadiness(options: ReadinessOptions): Promise<Readiness> {
  const { parts, redisUrl } = options
  const [found, isRedisUp] = await Promise.all([
    within(totalTimeoutMs, ask(options), undefined),
    redisUrl === undefined
      ? undefined
      : within(totalTimeoutMs, pingRedis(redisUrl, stepTimeoutMs), false),
  ])
  const isUp = found !== undefined
  const beat = found?.heartbeatAgeMs ?? null
  const answers = {
    database: { ok: isUp },
    migrations: {
      ok: isUp && (found.missing?.length ?? 0) === 0,
      missing: found?.missing ?? null,
    },
    queue: {
      ok: isRedisUp ?? isUp,
      feed: redisUrl === undefined ? ('table' as const) : ('redis' as const),
    },
    worker: { ok: beat !== null && beat <= heartbeatMs, lastHeartbeatAgeMs: beat },
  }
  return { ok: parts.every((part) => answers[part].ok), ...answers }
}

async function ask({ databaseUrl, migrations }: ReadinessOptions): Promise<Found | undefined> {
  try {
    return await withClient({
      url: databaseUrl,
      timeoutMs: stepTimeoutMs,
      work: async (client) => {
        const missing = migrations
          ? await client.query<{ name: string }>(missingSql, [migrations])
          : null
        const health = await client.query<{ heartbeat_age_ms: number | null }>(healthSql)
        const age = health.rows[0]?.heartbeat_age_ms ?? null
        return {
          missing: missing?.rows.map(({ name }) => name) ?? null,
          heartbeatAgeMs: age === null ? null : Math.max(0, Math.round(age)),
        }
      },
    })
  } catch {
    return undefined
  }
}

/** Parameter: names. */
const missingSql = `
SELECT name FROM unnest($1::varchar[]) AS wanted(name)
WHERE NOT EXISTS (SELECT 1 FROM payload_migrations m WHERE m.name = wanted.name) ORDER BY name`
