import type { Sql, Transact } from '../kernel/sql.ts'
import {
  lockLaneSql,
  parkSql,
  passedSql,
  releasePacedSql,
  releaseProbeSql,
  releaseSql,
  saveBucketSql,
} from './laneSql.ts'
import type { Pace } from './pace.ts'
import { receiverId } from './receiverStore.ts'
import { type Bucket, takeTokens } from './tokenBucket.ts'

/** A delivery that may be claimed from now on. */
export type ReleasedDelivery = { deliveryId: string; channel: string; delayMs: number }

/** What was let go, and when the lane's next token comes; null when it does not wait for one. */
export type Release = { released: ReleasedDelivery[]; againInMs: number | null }

/** Deliveries that wait for their turn, by subscription (`event_deliveries.gate`). */
export type LaneStore = {
  /** Lets up to `limit` go. With a pace: as many as it has slots and tokens for. */
  release: (
    subscriptionId: string,
    options: { withoutEntries: readonly string[]; limit: number; pace: Pace | null },
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
    release: async (subscriptionId, { limit, pace, withoutEntries }) => {
      if (limit <= 0) return { released: [], againInMs: null }
      if (!pace) {
        const { rows } = await sql.query<ReleasedRow>(releaseSql, [
          ...[subscriptionId, withoutEntries, limit],
        ])
        return { released: rows.map(toReleased), againInMs: null }
      }
      return transact((own) => releasePaced(own, { subscriptionId, withoutEntries, limit, pace }))
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

/** The lane's row is locked first, so that slots and tokens are counted by one process at a time. */
async function releasePaced(
  sql: Sql,
  input: {
    subscriptionId: string
    withoutEntries: readonly string[]
    limit: number
    pace: Pace
  },
): Promise<Release> {
  const { limit, pace, subscriptionId, withoutEntries } = input
  const lane = (await sql.query<LaneRow>(lockLaneSql, [subscriptionId])).rows[0]
  const { maxConcurrency, rate } = pace
  const slots =
    maxConcurrency === null ? limit : maxConcurrency - (await passed(sql, subscriptionId))
  const free = Math.min(limit, slots)
  const now = lane ? +lane.now : 0
  const offered = rate
    ? takeTokens(bucketOf(lane), { rate, wanted: free, now })
    : { granted: free, nextInMs: 0 }
  const text = pace.keepOrder ? releasePacedSql.keepOrder : releasePacedSql.anyOrder
  const { rows } =
    offered.granted > 0
      ? await sql.query<ReleasedRow>(text, [subscriptionId, withoutEntries, offered.granted])
      : { rows: [] }
  if (!rate) return { released: rows.map(toReleased), againInMs: null }
  // Only what went costs a token.
  const taken = takeTokens(bucketOf(lane), { rate, wanted: rows.length, now })
  await sql.query(saveBucketSql, [subscriptionId, taken.bucket.tokens, new Date(taken.bucket.at)])
  const isShort = free > offered.granted && rows.length === offered.granted
  return { released: rows.map(toReleased), againInMs: isShort ? taken.nextInMs : null }
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
