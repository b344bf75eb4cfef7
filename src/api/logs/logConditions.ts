import type { EventPattern } from '../../subscription-filter/eventPattern.ts'
import { knownTextsSql } from '../../database/knownTextsSql.ts'
import { likeText } from '../../kernel/likeText.ts'
import { parseEventPattern } from '../../subscription-filter/parseEventPattern.ts'
import type { LogCursor } from './logCursor.ts'
import type { LogQuery } from './logQuery.ts'

/** Addresses a searched part may stand for. */
const MOST_ADDRESSES = 200

/** A WHERE clause over `event_logs e` and its parameters, in order. */
export type LogConditions = {
  where: string
  values: unknown[]
  /** The same as conditions over `event_deliveries f`, when nothing but deliveries was asked for. */
  ofDeliveries?: string
}

/** What was asked for, as SQL; every value is a parameter. */
export function logConditions(query: LogQuery, cursor?: LogCursor): LogConditions {
  const values: unknown[] = []
  const parts: string[] = []
  const mark = (value: unknown): string => `$${values.push(value)}`
  const equals = (column: string, value: string | undefined): void => {
    if (value !== undefined) parts.push(`${column} = ${mark(value)}`)
  }
  const oneOf = (column: string, given: readonly string[] | undefined): void => {
    if (given?.length) parts.push(`${column} = ANY(${mark(given)}::text[])`)
  }

  if (query.type?.length) parts.push(typeCondition(query.type, mark))
  oneOf('e.status::text', query.status)
  equals('e.collection', query.collection)
  equals('e.document_id', query.documentId)
  if (query.userEmail !== undefined) {
    parts.push(`lower(e.user_email) = lower(${mark(query.userEmail)})`)
  }
  if (query.from) parts.push(`e.created_at >= ${mark(query.from)}`)
  if (query.to) parts.push(`e.created_at < ${mark(query.to)}`)
  if (query.search !== undefined) parts.push(searchCondition(query.search, mark))
  const isOnlyOfDeliveries = parts.length === 0 && !cursor
  const ofDeliveries = deliveryConditions(query, mark)
  if (ofDeliveries) {
    parts.push(`EXISTS (SELECT 1 FROM event_deliveries f WHERE f.event = e.id AND ${ofDeliveries})`)
  }
  if (cursor) {
    parts.push(
      `(e.created_at, e.id) < (${mark(cursor.createdAt)}::timestamptz, ${mark(cursor.id)}::varchar)`,
    )
  }
  return {
    where: parts.length > 0 ? `WHERE ${parts.join(' AND ')}` : '',
    values,
    ...(ofDeliveries && isOnlyOfDeliveries ? { ofDeliveries } : {}),
  }
}

type Mark = (value: unknown) => string

function typeCondition(patterns: readonly string[], mark: Mark): string {
  return `(${patterns.map((text) => patternCondition(parseEventPattern(text), mark)).join(' OR ')})`
}

function patternCondition(pattern: EventPattern, mark: Mark): string {
  switch (pattern.kind) {
    case 'any':
      return 'true'
    case 'type':
      return `e.type = ${mark(pattern.type)}`
    case 'entity':
      return `e.type LIKE ${mark(`${likeText(pattern.entity)}.%`)}`
    case 'verb':
      return `e.type LIKE ${mark(`%.${likeText(pattern.verb)}`)}`
  }
}

/** Over `event_deliveries f`; all must hold for one and the same delivery. */
function deliveryConditions(
  { channel, deliveryStatus, subscription }: LogQuery,
  mark: Mark,
): string | undefined {
  const parts = [
    // Spelt out (they are checked against a list): a partial index is only used for constants.
    deliveryStatus?.length
      ? `f.status IN (${deliveryStatus.map((one) => `'${one}'`).join(', ')})`
      : '',
    channel?.length ? `f.channel = ANY(${mark(channel)}::text[])` : '',
    subscription?.length ? `f.subscription = ANY(${mark(subscription)}::text[])` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? undefined : parts.join(' AND ')
}

/**
 * The id of an event, a delivery or a document, or a part of an e-mail address; of the addresses that contain it, the first
 * 200. Each way has its index.
 */
function searchCondition(text: string, mark: Mark): string {
  const exact = mark(text)
  if (text.startsWith('evt_')) return `e.id = ${exact}`
  if (text.startsWith('dlv_')) {
    return `e.id = (SELECT s.event FROM event_deliveries s WHERE s.id = ${exact})`
  }
  const addresses = knownTextsSql({
    table: 'event_logs',
    column: 'user_email',
    text: exact,
    limit: MOST_ADDRESSES,
  })
  return `(e.id = ${exact} OR e.document_id = ${exact} OR e.user_email = ANY(ARRAY(${addresses})))`
}
