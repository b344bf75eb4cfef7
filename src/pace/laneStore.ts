import type { Sql, Transact } from '../kernel/sql.ts'
import {
  lockLaneSql,
  parkSql,
  passedSql,
  releaseEntrySql,
  releasePacedSql,
  releaseProbeSql,
  releaseSql,
  saveBucketSql,
} from './laneSql.ts'
import type { AccountPace, Pace, Rate } from './pace.ts'
import { receiverId } from './receiverStore.ts'
import { type Bucket, takeTokens } from './tokenBucket.ts'

/** A delivery that may be claimed from now on. */
export type ReleasedDelivery = { deliveryId: string; channel: string; delayMs: number }

/** What was let go, and when the lane's next token comes; null when it does not wait for one. */
export type Release = { released: ReleasedDelivery[]; againInMs: number | null }

/** A lane without some of its channel entries, or one entry whose account has a pace of its own. */
export type LanePart =
  | { kind: 'without'; entries: readonly string[] }
  | { kind: 'only'; entry: string; accountPace: AccountPace }

/** Deliveries that wait for their turn, by subscription (`event_deliveries.gate`). */
export type LaneStore = {
  /** Lets up to `limit` go. With a pace, of its own or of an account: as many as there are slots and tokens for. */
  release: (
    subscriptionId: string,
    options: { from: LanePart; limit: number; pace: Pace | null },
  ) => Promise<Release>
  /** Lets one go to a receiver whose rest is over, unless another process has. */
  releaseProbe: (
    receiver: { subscriptionId: string; channelEntry: string },
    options: { keepOrder: boolean },
  ) => Promise<ReleasedDelivery[]>
  /** Makes what is due of a subscription wait. */
  park: (subscriptionId: string, channelEntry: string | null) => Promise<void>
}

type ReleasedRow = { id: string; channel: string; delay_ms: number }
type LaneRow = { tokens: string | null; refilled_at: Date | null; now: Date }

const MOST_PARKED = 5_000

/** `shiftMs` moves the clock of the breakers, for tests. */
export function createLaneStore({
  shiftMs = () => 0,
  sql,
  transact,
}: {
  sql: Sql
  transact: Transact
  shiftMs?: (() => number) | undefined
}): LaneStore {
  return {
    release: async (subscriptionId, { from, limit, pace }) => {
      if (limit <= 0) return { released: [], againInMs: null }
      if (pace || from.kind === 'only') {
        return transact((own) => releasePaced(own, { subscriptionId, from, limit, pace }))
      }
      const { rows } = await sql.query<ReleasedRow>(releaseSql, [
        ...[subscriptionId, from.entries, limit],
      ])
      return { released: rows.map(toReleased), againInMs: null }
    },
    releaseProbe: async ({ channelEntry, subscriptionId }, { keepOrder }) => {
      const { rows } = await sql.query<ReleasedRow>(
        keepOrder ? releaseProbeSql.keepOrder : releaseProbeSql.anyOrder,
        [subscriptionId, channelEntry, receiverId({ subscriptionId, channelEntry }), shiftMs()],
      )
      return rows.map(toReleased)
    },
    park: async (subscriptionId, channelEntry) => {
      await sql.query(parkSql, [subscriptionId, channelEntry, MOST_PARKED])
    },
  }
}

type PacedRelease = { subscriptionId: string; from: LanePart; limit: number; pace: Pace | null }

/** The lane's row is locked first, then the account's, so that slots and tokens are counted by one process at a time. */
async function releasePaced(sql: Sql, input: PacedRelease): Promise<Release> {
  const { from, limit, pace, subscriptionId } = input
  const bounds: Bound[] = []
  if (pace) bounds.push(await lockBound(sql, subscriptionId, pace.rate))
  if (from.kind === 'only') {
    bounds.push(await lockBound(sql, from.accountPace.account, from.accountPace.rate))
  }
  const slots = pace?.maxConcurrency
    ? pace.maxConcurrency - (await passed(sql, subscriptionId))
    : limit
  const free = Math.max(0, Math.min(limit, slots))
  const granted = Math.min(free, ...bounds.map((bound) => offer(bound, free).granted))
  const rows = granted > 0 ? await letGo(sql, { ...input, limit: granted }) : []
  let againInMs: number | null = null
  for (const bound of bounds) {
    if (bound.rate === null) continue
    // Only what went costs a token.
    const { bucket, nextInMs } = offer(bound, rows.length)
    await sql.query(saveBucketSql, [bound.id, bucket.tokens, new Date(bucket.at)])
    const isShort = free > granted && rows.length === granted
    if (isShort && offer(bound, free).granted === granted)
      againInMs = Math.max(againInMs ?? 0, nextInMs)
  }
  return { released: rows.map(toReleased), againInMs }
}

/** A row of `event_paces`, locked; `rate` is null where only slots are counted. */
type Bound = { id: string; rate: Rate | null; bucket: Bucket | null; now: number }

async function lockBound(sql: Sql, id: string, rate: Rate | null): Promise<Bound> {
  const row = (await sql.query<LaneRow>(lockLaneSql, [id])).rows[0]
  return { id, rate, bucket: bucketOf(row), now: row ? +row.now : 0 }
}

function offer(
  { bucket, now, rate }: Bound,
  wanted: number,
): { granted: number; bucket: Bucket; nextInMs: number } {
  if (rate !== null) return takeTokens(bucket, { rate, wanted, now })
  return { granted: wanted, bucket: { tokens: 0, at: now }, nextInMs: 0 }
}

async function letGo(
  sql: Sql,
  { from, limit, pace, subscriptionId }: PacedRelease,
): Promise<ReleasedRow[]> {
  const order = pace?.keepOrder ? 'keepOrder' : 'anyOrder'
  const { rows } =
    from.kind === 'only'
      ? await sql.query<ReleasedRow>(releaseEntrySql[order], [subscriptionId, from.entry, limit])
      : await sql.query<ReleasedRow>(releasePacedSql[order], [
          ...[subscriptionId, from.entries, limit],
        ])
  return rows
}

async function passed(sql: Sql, subscriptionId: string): Promise<number> {
  const { rows } = await sql.query<{ passed: number }>(passedSql, [subscriptionId])
  return rows[0]?.passed ?? 0
}

function bucketOf(lane: LaneRow | undefined): Bucket | null {
  if (!lane?.refilled_at || lane.tokens === null) return null
  return { tokens: Number(lane.tokens), at: +lane.refilled_at }
}

function toReleased({ channel, delay_ms: delayMs, id }: ReleasedRow): ReleasedDelivery {
  return { deliveryId: id, channel, delayMs }
}
