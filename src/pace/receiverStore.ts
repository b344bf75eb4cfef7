import { jsonbText } from '../kernel/jsonbText.ts'
import type { Transact } from '../kernel/sql.ts'
import { type BreakerSettings, type BreakerState, type Sample, stepBreaker } from './breaker.ts'
import type { Receiver, ReceiverChange } from './receiverChange.ts'
import { lockReceiversSql, RECEIVERS_NOTIFICATION, saveReceiversSql } from './receiverSql.ts'

/** What happened at one receiver since it was last told. */
export type ReceiverSample = Receiver & Sample

/** The breakers in the database, shared by all processes. */
export type ReceiverStore = {
  /** Adds samples, each receiver's row locked; returns what changed, committed. */
  addSamples: (samples: readonly ReceiverSample[]) => Promise<ReceiverChange[]>
}

type Row = {
  id: string
  window_started_at: Date | null
  requests: string | null
  failures: string | null
  open_until: Date | null
  trips: string | null
  now: Date
}

/** `shiftMs` moves the database's clock, for tests. */
export function createReceiverStore({
  settings,
  shiftMs = () => 0,
  transact,
}: {
  transact: Transact
  settings?: BreakerSettings | undefined
  shiftMs?: (() => number) | undefined
}): ReceiverStore {
  return {
    addSamples: async (samples) => {
      if (samples.length === 0) return []
      return transact(async (sql) => {
        const byId = new Map(samples.map((sample) => [receiverId(sample), sample]))
        const keys = [...byId].map(([id, { channel, channelEntry, subscriptionId }]) => ({
          ...{ id, subscription: subscriptionId, channel_entry: channelEntry, channel },
        }))
        const { rows } = await sql.query<Row>(lockReceiversSql, [jsonbText(keys)])
        const changes: ReceiverChange[] = []
        const saved = rows.map((row) => {
          const sample = byId.get(row.id)
          const before = toState(row)
          if (!sample) return toRow(row.id, before, null)
          const { change, state } = stepBreaker(before, sample, +row.now + shiftMs(), settings)
          if (change) changes.push(toChange(sample, state, change))
          return toRow(row.id, state, change)
        })
        await sql.query(saveReceiversSql, [jsonbText(saved)])
        if (changes.length > 0) await sql.query(`SELECT pg_notify('${RECEIVERS_NOTIFICATION}', '')`)
        return changes
      })
    },
  }
}

/** Key of a receiver's row. */
export function receiverId({
  channelEntry,
  subscriptionId,
}: Pick<Receiver, 'subscriptionId' | 'channelEntry'>): string {
  return `${subscriptionId}/${channelEntry}`
}

function toState(row: Row): BreakerState {
  return {
    windowStartedAt: row.window_started_at ? +row.window_started_at : null,
    requests: Number(row.requests ?? 0),
    failures: Number(row.failures ?? 0),
    openUntil: row.open_until ? +row.open_until : null,
    trips: Number(row.trips ?? 0),
  }
}

function toRow(id: string, state: BreakerState, change: string | null): Record<string, unknown> {
  return {
    id,
    window_started_at: iso(state.windowStartedAt),
    requests: state.requests,
    failures: state.failures,
    open_until: iso(state.openUntil),
    trips: state.trips,
    has_changed: change !== null,
  }
}

function toChange(
  { channel, channelEntry, subscriptionId }: Receiver,
  { openUntil, trips }: BreakerState,
  change: ReceiverChange['change'],
): ReceiverChange {
  return { subscriptionId, channelEntry, channel, change, openUntil: iso(openUntil), trips }
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
