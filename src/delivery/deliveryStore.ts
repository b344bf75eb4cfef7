import type { Sql } from '../kernel/sql.ts'
import type { AttemptResult } from './attemptResult.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import {
  claimByIdsSql,
  claimDueSql,
  holdSql,
  prolongSql,
  reclaimSql,
  releaseSql,
  strikeSql,
} from './claimSql.ts'
import { MAX_STRIKES } from './poisonPolicy.ts'
import { resultsJson, writeResultRows } from './writeResultRows.ts'
import { writeSuccessesSql } from './writeResultsSql.ts'

/** Leases of deliveries. All times are the database's; a lease is (token, attempts_started). */
export type DeliveryStore = {
  /** Takes up to `limit` due deliveries that nobody holds, at most `retries` of them retries (all by default), oldest due first. */
  claimDue: (options: {
    limit: number
    retries?: number
    overdueMs?: number
  }) => Promise<ClaimedDelivery[]>
  /** Takes those of `ids` that are due and free. */
  claimByIds: (ids: readonly string[]) => Promise<ClaimedDelivery[]>
  /** Writes results and attempt rows in one statement; returns the ids it accepted: a lost lease is refused. */
  writeResults: (results: readonly AttemptResult[]) => Promise<Set<string>>
  /**
   * The same for tries that went well, and for deliveries given up without a try. Refuses what has consequences, too: a
   * success of a receiver that had been failing. `now` in milliseconds.
   */
  writeSuccesses: (results: readonly AttemptResult[], now: number) => Promise<Set<string>>
  /** Writes down that a suspect's try begins; false when its lease was lost, and then it must not begin. */
  strike: (claim: ClaimedDelivery) => Promise<boolean>
  /**
   * Prolongs the leases of what the worker has in its hands, and of nothing else: a claim whose answer was lost on the
   * way, or whose result could not be written, must run out.
   */
  prolongLeases: (ids: readonly string[]) => Promise<void>
  /** Gives claims back unused; the tries do not count. */
  release: (claims: readonly ClaimedDelivery[]) => Promise<void>
  /** Gives claims back to their lanes, where they wait with their due times; the tries do not count. */
  hold: (claims: readonly ClaimedDelivery[]) => Promise<void>
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
  gate: 'held' | 'passed' | 'probe' | null
  body: string
  revision: string | null
  next_attempt_at?: Date | null
}

/** The store of one worker: `token` names it in every lease it takes. */
export function createDeliveryStore(options: {
  sql: Sql
  token: string
  leaseMs: number
}): DeliveryStore {
  const { leaseMs, sql, token } = options
  return {
    claimDue: async ({ limit, overdueMs = 0, retries = limit }) => {
      const values = [limit, token, leaseMs, overdueMs, Math.min(limit, retries)]
      const result = await sql.query<ClaimRow>(claimDueSql, values)
      return result.rows.map(toClaim)
    },
    claimByIds: async (ids) => {
      const result = await sql.query<ClaimRow>(claimByIdsSql, [ids, token, leaseMs])
      return result.rows.map(toClaim)
    },
    writeResults: async (results) => {
      if (results.length === 0) return new Set()
      const moved = await writeResultRows(sql, results, token)
      return new Set(moved.map(({ id }) => id))
    },
    writeSuccesses: async (results, now) => {
      if (results.length === 0) return new Set()
      const values = [resultsJson(results), token, new Date(now).toISOString()]
      const written = await sql.query<{ id: string }>(writeSuccessesSql, values)
      return new Set(written.rows.map(({ id }) => id))
    },
    strike: async ({ attemptsStarted, id }) => {
      const struck = await sql.query(strikeSql, [id, attemptsStarted, token])
      return struck.rows.length > 0
    },
    prolongLeases: async (ids) => {
      if (ids.length > 0) await sql.query(prolongSql, [ids, token, leaseMs])
    },
    release: async (claims) => {
      if (claims.length > 0) await sql.query(releaseSql, [...namesOf(claims), token])
    },
    hold: async (claims) => {
      if (claims.length > 0) await sql.query(holdSql, [...namesOf(claims), token])
    },
    reclaimExpired: async () => {
      const result = await sql.query<{ status: string }>(reclaimSql, [MAX_STRIKES])
      const poisoned = result.rows.filter((row) => row.status === 'poisoned').length
      return { freed: result.rows.length - poisoned, poisoned }
    },
  }
}

function namesOf(claims: readonly ClaimedDelivery[]): [string[], number[]] {
  return [claims.map(({ id }) => id), claims.map(({ attemptsStarted }) => attemptsStarted)]
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
    dueAt: row.next_attempt_at?.getTime() ?? null,
    turn: row.gate === 'held' ? null : row.gate,
    subscriptionsRevision: Number(row.revision ?? 0),
  }
}
