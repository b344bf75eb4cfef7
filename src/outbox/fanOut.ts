import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import { eventLimits } from '../event-service/eventLimits.ts'
import { newId } from '../kernel/ids.ts'
import { jsonbText } from '../kernel/jsonbText.ts'
import type { Logger } from '../kernel/logger.ts'
import type { Sql, Transact } from '../kernel/sql.ts'
import { errorCode } from '../tracing/errorCode.ts'
import { failSpan } from '../tracing/failSpan.ts'
import type { FlowSpan } from '../tracing/flowSpan.ts'
import type { ActiveSubscription } from './activeSubscription.ts'
import { decisionRecord } from './decisionRecord.ts'
import { claimEventsSql, writeRoutesSql } from './fanOutSql.ts'
import { createRouteSpans, type RouteSpans } from './routeSpans.ts'
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
  /** True when it has to wait for its turn. */
  isHeld: boolean
  /** The document whose deliveries go one after the other, and its place among them; null when order is not kept. */
  order: { key: string; number: number } | null
}

/** What one round of routing came to, and by which revision of the subscriptions. */
export type FanOutRound = { events: number; deliveries: PlannedDelivery[]; revision: number }

/** What the fan-out needs. */
export type FanOutOptions = {
  transact: Transact
  subscriptions: SubscriptionCache
  logger: Logger
  /** Names this worker in leases. */
  token: string
  leaseMs: number
  /** Whether a new delivery has to wait for its turn. */
  mustHold: (subscription: ActiveSubscription, entryId: string) => boolean
}

/** An event with more events between it and its first cause is taken for a loop and not sent on. */
const MAX_HOP = eventLimits.maxHop

type EventClaim = {
  id: string
  type: string
  body: string
  created_at: Date
  collection: string | null
  document_id: string | null
  sequence: string | null
  revision: string | null
}
type Route = { event: EventClaim; decisions: unknown; deliveries: PlannedDelivery[] }

/**
 * Events → deliveries, one round: takes waiting events nobody else holds, decides for each, and writes all
 * deliveries and decisions in the same transaction. A crash leaves the events waiting; the unique key makes a
 * second run harmless. Up to `leaseCapacity` deliveries are leased to this worker at once, which saves a claim.
 */
export async function fanOut(
  options: FanOutOptions,
  size: { limit: number; leaseCapacity: number },
): Promise<FanOutRound> {
  const spans = createRouteSpans()
  try {
    const round = await options.transact((sql) => routeAll(sql, options, { ...size, spans }))
    spans.end()
    return round
  } catch (error) {
    spans.end(error)
    throw error
  }
}

async function routeAll(
  sql: Sql,
  options: FanOutOptions,
  { leaseCapacity, limit, spans }: { limit: number; leaseCapacity: number; spans: RouteSpans },
): Promise<FanOutRound> {
  const { leaseMs, subscriptions, token } = options
  const claimed = await sql.query<EventClaim>(claimEventsSql, [limit])
  if (claimed.rows.length === 0) return { events: 0, deliveries: [], revision: 0 }
  // Read in the same statement as the events: whoever saved a subscription before an event was committed is in it.
  const set = await subscriptions.atLeast(Number(claimed.rows[0]?.revision ?? 0))
  let leasesLeft = leaseCapacity
  const routes = claimed.rows.map((event) => {
    const route = routeOne(event, set, { ...options, span: spans.begin(event) })
    for (const delivery of route.deliveries) {
      if (delivery.isHeld) continue
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
  return {
    events: routes.length,
    deliveries: planned.filter(({ id }) => ids.has(id)),
    revision: set.revision,
  }
}

function routeOne(
  event: EventClaim,
  set: SubscriptionSet,
  { logger, mustHold, span }: Pick<FanOutOptions, 'logger' | 'mustHold'> & { span: FlowSpan },
): Route {
  try {
    const envelope: FlowEvent = JSON.parse(event.body)
    if (envelope.meta.hop > MAX_HOP) {
      failSpan(span, 'FLOW_EVENT_LOOP')
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
    const deliveries = decisions.matched.flatMap((subscription) =>
      planFor(event, subscription, mustHold),
    )
    span.setAttribute('flowmasters.fan_out.deliveries', deliveries.length)
    return { event, decisions: decisionRecord(decisions), deliveries }
  } catch (err) {
    failSpan(span, errorCode(err))
    // One unreadable event must not hold up the others; it stays in the log with the reason.
    logger.error({ msg: 'flowmasters: event could not be routed', eventId: event.id, err })
    const reason = err instanceof Error ? err.message : String(err)
    return { event, decisions: { error: reason }, deliveries: [] }
  }
}

function planFor(
  event: EventClaim,
  subscription: ActiveSubscription,
  mustHold: FanOutOptions['mustHold'],
): PlannedDelivery[] {
  const order = subscription.pace?.keepOrder ? orderOf(event) : null
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
      isHeld: mustHold(subscription, channel.entryId),
      order,
    }))
}

function orderOf({ collection, document_id: id, sequence }: EventClaim): PlannedDelivery['order'] {
  if (collection === null || id === null || sequence === null) return null
  return { key: `${collection}/${id}`, number: Number(sequence) }
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
    held: delivery.isHeld,
    order_key: delivery.order?.key ?? null,
    order_number: delivery.order?.number ?? null,
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
