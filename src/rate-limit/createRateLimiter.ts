import { createHash } from 'node:crypto'
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible'

import { FlowError } from '../kernel/flowError.ts'
import type { Sql } from '../kernel/sql.ts'
import type { RateLimit, RateLimiter } from './rateLimiter.ts'

const SCHEMA = 'flowmasters'
const TABLE = 'rate_limits'
/** Serialises the making of the table among processes that start together. */
const TABLE_LOCK = 4_711_209

type Limiters = { own: RateLimiterMemory; shared: RateLimiterPostgres | undefined }

/**
 * Fixed windows in an unlogged table that all processes share (rate-limiter-flexible keeps the arithmetic and answers
 * from memory once a key is over its limit). When the database does not answer, each process counts for itself.
 */
export function createRateLimiter(pool: () => Promise<Sql>): RateLimiter {
  const limiters = new Map<string, Limiters>()
  let prepared: Promise<Sql> | undefined
  const limitersOf = (limit: RateLimit): Limiters => {
    const key = `${limit.name}:${limit.points}:${limit.perSeconds}`
    const known = limiters.get(key)
    if (known) return known
    const made = { own: new RateLimiterMemory(windowOf(limit)), shared: undefined }
    limiters.set(key, made)
    return made
  }
  const limiterOf = async (limit: RateLimit): Promise<RateLimiterAbstract> => {
    const { own, shared } = limitersOf(limit)
    if (shared) return shared
    prepared ??= pool().then(makeTable)
    try {
      const sql = await prepared
      const made = createShared(limit, sql, own)
      limitersOf(limit).shared ??= made
      return made
    } catch {
      // Without a table there is nothing to share yet; the next call asks again.
      prepared = undefined
      return own
    }
  }
  return {
    consume: async (limit, key) => {
      const limiter = await limiterOf(limit)
      try {
        await limiter.consume(digest(key))
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) throw limited(limit, refusal.msBeforeNext)
        throw refusal
      }
    },
  }
}

function windowOf({ name, perSeconds, points }: RateLimit) {
  return { keyPrefix: name, points, duration: perSeconds }
}

function createShared(limit: RateLimit, sql: Sql, own: RateLimiterMemory): RateLimiterPostgres {
  return new RateLimiterPostgres({
    ...windowOf(limit),
    storeClient: sql,
    storeType: 'pool',
    schemaName: SCHEMA,
    tableName: TABLE,
    tableCreated: true,
    inMemoryBlockOnConsumed: limit.points + 1,
    insuranceLimiter: own,
  })
}

async function makeTable(sql: Sql): Promise<Sql> {
  await sql.query(
    `DO $$ BEGIN
       PERFORM pg_advisory_xact_lock(${TABLE_LOCK});
       CREATE SCHEMA IF NOT EXISTS ${SCHEMA};
       CREATE UNLOGGED TABLE IF NOT EXISTS ${SCHEMA}.${TABLE}
         (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
     END $$`,
  )
  return sql
}

/** Keys hold addresses and e-mails: the table must not. */
function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

function limited({ name, points, perSeconds }: RateLimit, waitMs: number): FlowError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new FlowError({
    code: 'FLOW_RATE_LIMITED',
    message: `too many requests: ${points} in ${perSeconds} s are allowed`,
    hint: `Try again in ${retryAfterSeconds} s.`,
    status: 429,
    details: { limit: name, retryAfterSeconds },
  })
}
