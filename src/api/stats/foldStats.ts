import type { FoldedDurations } from './foldDurations.ts'

/** Counts of deliveries by state; `successRate` is 0 to 1, null while nothing has finished. */
export type DeliveryCounts = {
  deliveries: number
  delivered: number
  dead: number
  retrying: number
  pending: number
  poisoned: number
  cancelled: number
  attempts: number
}

/** A row of `eventStatsSql`; which columns are set follows from `level`. */
export type EventStatsRow = {
  type: string | null
  bucket: Date | null
  level: number
  events: number
  unmatched: number
}

/** A row of `deliveryStatsSql`. */
export type DeliveryStatsRow = DeliveryCounts & {
  event_type: string | null
  channel: string | null
  subscription: string | null
  subscription_name: string | null
  bucket: Date | null
  level: number
}

type Stats = Record<string, unknown>

/** Bits of SQL's grouping(): a column that was grouped over is 1. */
const eventLevel = { total: 0b11, type: 0b01, bucket: 0b10 } as const
const deliveryLevel = {
  total: 0b1111,
  type: 0b0111,
  channel: 0b1011,
  subscription: 0b1101,
  bucket: 0b1110,
} as const

const none: DeliveryCounts = {
  deliveries: 0,
  delivered: 0,
  dead: 0,
  retrying: 0,
  pending: 0,
  poisoned: 0,
  cancelled: 0,
  attempts: 0,
}

/** Rows of both statements as totals and lists; busiest first, times in their order. */
export function foldStats(
  events: readonly EventStatsRow[],
  deliveries: readonly DeliveryStatsRow[],
  latency: FoldedDurations,
): {
  totals: Stats
  byType: Stats[]
  byChannel: Stats[]
  byTime: Stats[]
  bySubscription: Stats[]
} {
  const eventsAt = (level: number) => events.filter((row) => row.level === level)
  const deliveriesAt = (level: number) => deliveries.filter((row) => row.level === level)
  const total = eventsAt(eventLevel.total)[0]
  const byType = joined(
    eventsAt(eventLevel.type).map((row) => [row.type ?? '', row]),
    deliveriesAt(deliveryLevel.type).map((row) => [row.event_type ?? '', row]),
  ).map(([type, stats]) => ({ type, ...stats }))
  const byTime = joined(
    eventsAt(eventLevel.bucket).map((row) => [row.bucket?.toISOString() ?? '', row]),
    deliveriesAt(deliveryLevel.bucket).map((row) => [row.bucket?.toISOString() ?? '', row]),
  ).map(([from, stats]) => ({ from, ...stats }))
  return {
    totals: {
      events: total?.events ?? 0,
      unmatched: total?.unmatched ?? 0,
      ...withRate(deliveriesAt(deliveryLevel.total)[0] ?? none),
      latencyMs: latency.total,
    },
    byType: byType.sort((a, b) => b.events - a.events || a.type.localeCompare(b.type)),
    byTime: byTime.sort((a, b) => a.from.localeCompare(b.from)),
    byChannel: busiestFirst(deliveriesAt(deliveryLevel.channel)).map((row) => ({
      channel: row.channel,
      ...withRate(row),
      latencyMs: latency.ofChannel(row.channel ?? ''),
    })),
    bySubscription: busiestFirst(deliveriesAt(deliveryLevel.subscription)).map((row) => ({
      subscription: row.subscription,
      name: row.subscription_name,
      ...withRate(row),
      latencyMs: latency.ofSubscription(row.subscription ?? ''),
    })),
  }
}

/** Both kinds of rows by key; a key that only one side knows gets zeros for the other. */
function joined(
  events: readonly (readonly [string, EventStatsRow])[],
  deliveries: readonly (readonly [string, DeliveryStatsRow])[],
): [string, { events: number; unmatched: number } & ReturnType<typeof withRate>][] {
  const eventOf = new Map(events)
  const deliveryOf = new Map(deliveries)
  return [...new Set([...eventOf.keys(), ...deliveryOf.keys()])].map((key) => [
    key,
    {
      events: eventOf.get(key)?.events ?? 0,
      unmatched: eventOf.get(key)?.unmatched ?? 0,
      ...withRate(deliveryOf.get(key) ?? none),
    },
  ])
}

function withRate(counts: DeliveryCounts): DeliveryCounts & { successRate: number | null } {
  const { attempts, cancelled, dead, delivered, deliveries, pending, poisoned, retrying } = counts
  const finished = delivered + dead + poisoned
  return {
    ...{ deliveries, delivered, dead, retrying, pending, poisoned, cancelled, attempts },
    successRate: finished === 0 ? null : delivered / finished,
  }
}

function busiestFirst(rows: DeliveryStatsRow[]): DeliveryStatsRow[] {
  return rows.sort((a, b) => b.deliveries - a.deliveries)
}
