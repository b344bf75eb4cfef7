import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import { eventLimits } from '../event-service/eventLimits.ts'
import { newId } from '../kernel/ids.ts'
import { jsonbText } from '../kernel/jsonbText.ts'
import type { Logger } from '../kernel/logger.ts'
import type { Transact } from '../kernel/sql.ts'
import type { ActiveSubscription } from './activeSubscription.ts'
import { decisionRecord } from './decisionRecord.ts'
import { claimEventsSql, writeRoutesSql } from './fanOutSql.ts'
import type { SubscriptionCache, SubscriptionSet } from './subscriptionCache.ts'

/** A delivery row that the fan-out has just committed. */
export type PlannedDelivery = {
  id: string
  eventId: string
  eventType: string
  body: string
  subscriptionId: string
  channel: string
  channelEntry: string
  /** True when the row was leased to this worker as it was written. */
  isLeased: boolean
}

/** What one round of routing came to. */
export type FanOutRound = { events: number; deliveries: PlannedDelivery[] }

/** What the fan-out needs. */
export type FanOutOptions = {
  transact: Transact
  subscriptions: SubscriptionCache
  logger: Logger
  /** Names this worker in leases. */
  token: string
  leaseMs: number
}

/** An event with more events between it and its first cause is taken for a loop and not sent on. */
const MAX_HOP = eventLimits.maxHop

type EventClaim = {
  id: string
  type: string
  body: string
  created_at: Date
  revision: string | null
}
type Route = { event: EventClaim; decisions: unknown; deliveries: PlannedDelivery[] }

/**
 * Events → deliveries, one round: takes waiting events nobody else holds, decides for each, and writes all
 * deliveries and decisions in the same transaction. A crash leaves the events waiting; the unique key makes a
 * second run harmless. Up to `leaseCapacity` deliveries are leased to this worker at once, which saves a claim.
 */
export async function fanOut(
  { leaseMs, logger, subscriptions, token, transact }: FanOutOptions,
  { limit, leaseCapacity }: { limit: number; leaseCapacity: number },
): Promise<FanOutRound> {
  return transact(async (sql) => {
    const claimed = await sql.query<EventClaim>(claimEventsSql, [limit])
    if (claimed.rows.length === 0) return { events: 0, deliveries: [] }
    // Read in the same statement as the events: whoever saved a subscription before an event was committed is in it.
    const set = await subscriptions.atLeast(Number(claimed.rows[0]?.revision ?? 0))
    let leasesLeft = leaseCapacity
    const routes = claimed.rows.map((event) => {
      const route = routeOne(event, set, logger)
      for (const delivery of route.deliveries) {
        delivery.isLeased = leasesLeft > 0
        leasesLeft -= 1
      }
      return route
    })
    const planned = routes.flatMap((route) => route.deliveries)
    const written = await sql.query<{ id: string }>(writeRoutesSql, [
      jsonbText(planned.map((delivery) => toWire(delivery, set))),
      jsonbText(routes.map(toEventUpdate)),
      token,
      leaseMs,
    ])
    const ids = new Set(written.rows.map((row) => row.id))
    return { events: routes.length, deliveries: planned.filter(({ id }) => ids.has(id)) }
  })
}

function routeOne(event: EventClaim, set: SubscriptionSet, logger: Logger): Route {
  try {
    const envelope: FlowEvent = JSON.parse(event.body)
    if (envelope.meta.hop > MAX_HOP) {
      logger.warn({
        msg: 'flowmasters: loop cut, event not delivered',
        eventId: event.id,
        type: event.type,
      })
      return {
        event,
        decisions: { loop: { hop: envelope.meta.hop, limit: MAX_HOP } },
        deliveries: [],
      }
    }
    const decisions = set.index.route(envelope, event.created_at.toISOString())
    return {
      event,
      decisions: decisionRecord(decisions),
      deliveries: decisions.matched.flatMap((subscription) => planFor(event, subscription)),
    }
  } catch (err) {
    // One unreadable event must not hold up the others; it stays in the log with the reason.
    logger.error({ msg: 'flowmasters: event could not be routed', eventId: event.id, err })
    const reason = err instanceof Error ? err.message : String(err)
    return { event, decisions: { error: reason }, deliveries: [] }
  }
}

function planFor(event: EventClaim, subscription: ActiveSubscription): PlannedDelivery[] {
  return subscription.channels
    .filter((channel) => channel.isEnabled)
    .map((channel) => ({
      id: newId('dlv'),
      eventId: event.id,
      eventType: event.type,
      body: event.body,
      subscriptionId: subscription.id,
      channel: channel.channel,
      channelEntry: channel.entryId,
      isLeased: false,
    }))
}

function toWire(delivery: PlannedDelivery, set: SubscriptionSet): Record<string, unknown> {
  const subscription = set.byId.get(delivery.subscriptionId)
  const entry = subscription?.channels.find(({ entryId }) => entryId === delivery.channelEntry)
  return {
    id: delivery.id,
    event: delivery.eventId,
    event_type: delivery.eventType,
    subscription: delivery.subscriptionId,
    subscription_name: subscription?.name ?? null,
    channel: delivery.channel,
    channel_entry: delivery.channelEntry,
    target: entry?.targetLabel ?? null,
    leased: delivery.isLeased,
  }
}

function toEventUpdate({ event, decisions, deliveries }: Route): Record<string, unknown> {
  return {
    id: event.id,
    status: deliveries.length > 0 ? 'routed' : 'unmatched',
    matched: deliveries.length,
    decisions,
  }
}
