import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import { newId } from '../kernel/ids.ts'
import { jsonbText } from '../kernel/jsonbText.ts'
import type { Sql } from '../kernel/sql.ts'
import type { SubscriptionSet } from '../outbox/subscriptionCache.ts'
import type { ReplayCursor, ReplayRow } from './replayRow.ts'
import type { BackfillSelection, DeliverySelection } from './replaySelection.ts'
import {
  backfillConditions,
  deliveryConditions,
  insertReplayedSql,
  pageSql,
  resendSql,
} from './replaySql.ts'

/** What a page came to; `cursor` is null when there was nothing more. */
export type ReplayedPage = { looked: number; replayed: number; cursor: ReplayCursor | null }

type Page = {
  sql: Sql
  replay: ReplayRow
  limit: number
  subscriptions: () => Promise<SubscriptionSet>
}

type Row = { id: string; created_at: Date }
type DeliveryRow = Row & {
  event: string
  event_type: string
  subscription: string
  subscription_name: string | null
  channel: string
  channel_entry: string
  step: string
  target: string | null
}
type EventRow = Row & { type: string; body: string }

/** Sends the next page of a replay, in the transaction that moves its cursor. */
export function replayPage(page: Page): Promise<ReplayedPage> {
  const { selection } = page.replay
  return selection.kind === 'deliveries'
    ? replayDeliveries(page, selection.where)
    : backfill(page, selection.where)
}

async function replayDeliveries(
  { limit, replay, sql }: Page,
  where: DeliverySelection,
): Promise<ReplayedPage> {
  const conditions = deliveryConditions(where, replay.until)
  const { text, values } = pageSql('event_deliveries d', conditions, {
    cursor: replay.cursor,
    limit,
  })
  const { rows } = await sql.query<DeliveryRow>(text, values)
  if (rows.length === 0) return { looked: 0, replayed: 0, cursor: null }
  const sent =
    replay.ids === 'same'
      ? await sql.query(resendSql, [rows.map(({ id }) => id)])
      : await sql.query(insertReplayedSql, [
          jsonbText(rows.map((row) => ({ ...row, id: newId('dlv') }))),
          replay.id,
        ])
  return { looked: rows.length, replayed: sent.rows.length, cursor: cursorOf(rows) }
}

async function backfill(
  { limit, replay, sql, subscriptions }: Page,
  where: BackfillSelection,
): Promise<ReplayedPage> {
  const conditions = backfillConditions(where, replay.until)
  const { text, values } = pageSql('event_logs e', conditions, { cursor: replay.cursor, limit })
  const { rows } = await sql.query<EventRow>(text, values)
  if (rows.length === 0) return { looked: 0, replayed: 0, cursor: null }
  const set = await subscriptions()
  const planned = rows.flatMap((row) => planFor(row, where.subscription, set))
  const written = await sql.query(insertReplayedSql, [jsonbText(planned), ''])
  return { looked: rows.length, replayed: written.rows.length, cursor: cursorOf(rows) }
}

function planFor(
  { body, created_at, id, type }: EventRow,
  subscriptionId: string,
  set: SubscriptionSet,
): Record<string, unknown>[] {
  const event: FlowEvent = JSON.parse(body)
  const { matched } = set.index.route(event, created_at.toISOString(), { isReplay: true })
  return matched
    .filter((subscription) => subscription.id === subscriptionId)
    .flatMap(({ channels, name }) =>
      channels
        .filter((channel) => channel.isEnabled)
        .map((channel) => ({
          id: newId('dlv'),
          event: id,
          event_type: type,
          subscription: subscriptionId,
          subscription_name: name,
          channel: channel.channel,
          channel_entry: channel.entryId,
          step: 0,
          target: channel.targetLabel,
        })),
    )
}

function cursorOf(rows: readonly Row[]): ReplayCursor | null {
  const last = rows.at(-1)
  return last ? { at: last.created_at.toISOString(), id: last.id } : null
}
