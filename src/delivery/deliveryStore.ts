import { jsonbText } from '../kernel/jsonbText.ts'
import type { Sql } from '../kernel/sql.ts'
import type { AttemptResult } from './attemptResult.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import {
  claimByIdsSql,
  claimDueSql,
  prolongSql,
  reclaimSql,
  releaseSql,
  strikeSql,
} from './claimSql.ts'
import { MAX_STRIKES } from './poisonPolicy.ts'
import { writeResultsSql } from './writeResultsSql.ts'

/** Leases of deliveries. All times are the database's; a lease is (token, attempts_started). */
export type DeliveryStore = {
  /** Takes up to `limit` due deliveries that nobody holds, oldest due first. */
  claimDue: (options: { limit: number; overdueMs?: number }) => Promise<ClaimedDelivery[]>
  /** Takes those of `ids` that are due and free. */
  claimByIds: (ids: readonly string[]) => Promise<ClaimedDelivery[]>
  /** Writes results and attempt rows in one statement; returns the ids it accepted: a lost lease is refused. */
  writeResults: (results: readonly AttemptResult[]) => Promise<Set<string>>
  /** Writes down that a suspect's try begins; false when its lease was lost, and then it must not begin. */
  strike: (claim: ClaimedDelivery) => Promise<boolean>
  /**
   * Prolongs the leases of what the worker has in its hands, and of nothing else: a claim whose answer was lost on the
   * way, or whose result could not be written, must run out.
   */
  prolongLeases: (ids: readonly string[]) => Promise<void>
  /** Gives claims back unused; the tries do not count. */
  release: (claims: readonly ClaimedDelivery[]) => Promise<void>
  /** Frees deliveries whose worker died; sets aside those that killed too many. Returns how many of each. */
  reclaimExpired: () => Promise<{ freed: number; poisoned: number }>
}

type ClaimRow = {
  id: string
  event: string
  event_type: string
  subscription: string
  channel: string
  channel_entry: string
  attempts_started: string
  attempts_finished: string
  strikes: string | null
  body: string
}

/** The store of one worker: `token` names it in every lease it takes. */
export function createDeliveryStore(options: {
  sql: Sql
  token: string
  leaseMs: number
}): DeliveryStore {
  const { leaseMs, sql, token } = options
  return {
    claimDue: async ({ limit, overdueMs = 0 }) => {
      const result = await sql.query<ClaimRow>(claimDueSql, [limit, token, leaseMs, overdueMs])
      return result.rows.map(toClaim)
    },
    claimByIds: async (ids) => {
      const result = await sql.query<ClaimRow>(claimByIdsSql, [ids, token, leaseMs])
      return result.rows.map(toClaim)
    },
    writeResults: async (results) => {
      if (results.length === 0) return new Set()
      const written = await sql.query<{ id: string }>(writeResultsSql, [
        jsonbText(results.map(toWire)),
        token,
      ])
      return new Set(written.rows.map((row) => row.id))
    },
    strike: async ({ attemptsStarted, id }) => {
      const struck = await sql.query(strikeSql, [id, attemptsStarted, token])
      return struck.rows.length > 0
    },
    prolongLeases: async (ids) => {
      if (ids.length > 0) await sql.query(prolongSql, [ids, token, leaseMs])
    },
    release: async (claims) => {
      if (claims.length === 0) return
      const ids = claims.map((claim) => claim.id)
      const fences = claims.map((claim) => claim.attemptsStarted)
      await sql.query(releaseSql, [ids, fences, token])
    },
    reclaimExpired: async () => {
      const result = await sql.query<{ status: string }>(reclaimSql, [MAX_STRIKES])
      const poisoned = result.rows.filter((row) => row.status === 'poisoned').length
      return { freed: result.rows.length - poisoned, poisoned }
    },
  }
}

function toClaim(row: ClaimRow): ClaimedDelivery {
  return {
    id: row.id,
    eventId: row.event,
    eventType: row.event_type,
    body: row.body,
    subscriptionId: row.subscription,
    channel: row.channel,
    channelEntry: row.channel_entry,
    attemptsStarted: Number(row.attempts_started),
    attemptsFinished: Number(row.attempts_finished),
    strikes: Number(row.strikes ?? 0),
  }
}

/** Short names keep the batch small; `writeResultsSql` spells them out. */
function toWire(result: AttemptResult): Record<string, unknown> {
  return {
    id: result.deliveryId,
    fence: result.fence,
    status: result.status,
    delay_ms: result.delayMs,
    attempt_id: result.isAttempt ? attemptId(result) : null,
    outcome: result.outcome,
    code: result.code,
    reason: result.reason,
    duration_ms: result.durationMs,
    request: result.request,
    response: result.response,
  }
}

/** Derived, so that writing the same result twice cannot make two rows. */
function attemptId({ deliveryId, fence }: AttemptResult): string {
  return `${deliveryId.replace(/^dlv_/, 'att_')}_${fence}`
}
