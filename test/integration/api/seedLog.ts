import type { Sql } from '../../../src/kernel/sql.ts'

/** An event to put straight into the log; what is left out has a default. */
export type SeededEvent = {
  id: string
  type?: string
  status?: 'pending' | 'routed' | 'unmatched'
  createdAt?: string
  source?: string
  collection?: string
  documentId?: string
  userEmail?: string
  body?: string
}

/** A delivery to put straight into the table. */
export type SeededDelivery = {
  id: string
  event: string
  eventType?: string
  status?: string
  channel?: string
  subscription?: string
  subscriptionName?: string
  channelEntry?: string
  step?: number
  createdAt?: string
  attemptsStarted?: number
  attemptsFinished?: number
}

/** Writes events and deliveries past the engine. */
export async function seedLog(
  sql: Sql,
  { events = [], deliveries = [] }: { events?: SeededEvent[]; deliveries?: SeededDelivery[] },
): Promise<void> {
  for (const event of events) {
    const { id, type = 'order.paid', status = 'routed', source = 'code' } = event
    const { body = JSON.stringify({ id, type, data: { current: { id }, changed: [] } }) } = event
    await sql.query(
      `INSERT INTO event_logs (id, type, version, status, timestamp, source, collection, document_id, user_email, hop,
         body, created_at)
       VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, 0, $9, $4)`,
      [
        ...[id, type, status, event.createdAt ?? new Date().toISOString(), source],
        ...[event.collection ?? null, event.documentId ?? null, event.userEmail ?? null, body],
      ],
    )
  }
  for (const delivery of deliveries) {
    const { attemptsFinished = 1, id, event, status = 'delivered' } = delivery
    await sql.query(
      `INSERT INTO event_deliveries (id, status, event, event_type, subscription, subscription_name, channel,
         channel_entry, step, attempts_started, attempts_finished, delivered_at, created_at)
       VALUES ($1, $2::text::enum_event_deliveries_status, $3, $4, $5, $6, $7, $8, $9, $10, $11,
         CASE WHEN $2::text = 'delivered' THEN $12::timestamptz END, $12)`,
      [
        ...[id, status, event, delivery.eventType ?? 'order.paid', delivery.subscription ?? '1'],
        ...[delivery.subscriptionName ?? 'seeded', delivery.channel ?? 'webhook'],
        ...[delivery.channelEntry ?? id, delivery.step ?? 0],
        ...[delivery.attemptsStarted ?? attemptsFinished, attemptsFinished],
        delivery.createdAt ?? new Date().toISOString(),
      ],
    )
  }
}
