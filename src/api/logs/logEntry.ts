import type { SqlRow } from '../../kernel/sql.ts'

/** A delivery as the log shows it. */
export type LoggedDelivery = {
  id: string
  channel: string
  target: string | null
  status: string
  attempts: number
  lastCode: string | null
  lastError: string | null
  nextAttemptAt: string | null
  deliveredAt: string | null
  subscription: string
  subscriptionName: string | null
}

/** Deliveries of one event, counted; `failed` for good, `waiting` for a first or another try. */
export type DeliverySummary = {
  total: number
  delivered: number
  failed: number
  waiting: number
  cancelled: number
}

/** A row of `logPageSql` or `oneLogSql` as the API answers it. */
export function toLogEntry(row: SqlRow): Record<string, unknown> & {
  deliveries: LoggedDelivery[]
} {
  const deliveries = deliveriesOf(row['deliveries'])
  return {
    id: row['id'],
    type: row['type'],
    version: Number(row['version']),
    timestamp: isoTime(row['timestamp']),
    createdAt: isoTime(row['created_at']),
    routedAt: isoTime(row['routed_at']),
    source: row['source'],
    collection: row['collection'],
    documentId: row['document_id'],
    operation: row['operation'],
    sequence: numberOrNull(row['sequence']),
    userId: row['user_id'],
    userEmail: row['user_email'],
    locale: row['locale'],
    causationId: row['causation_id'],
    hop: numberOrNull(row['hop']),
    status: row['status'],
    decisions: row['decisions'] ?? null,
    issues: row['issues'] ?? null,
    data: dataOf(row['body']),
    deliveries,
    deliverySummary: summaryOf(deliveries),
  }
}

/** A time of the database, also one that came inside JSON, as ISO 8601 in UTC. */
export function isoTime(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? new Date(value).toISOString() : null
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}

function deliveriesOf(list: unknown): LoggedDelivery[] {
  const rows: LoggedDelivery[] = Array.isArray(list) ? list : []
  return rows.map((row) => ({
    ...row,
    nextAttemptAt: isoTime(row.nextAttemptAt),
    deliveredAt: isoTime(row.deliveredAt),
  }))
}

/** One unreadable row must not take the page with it. */
function dataOf(body: unknown): unknown {
  try {
    const envelope: { data?: unknown } = JSON.parse(String(body))
    return envelope.data ?? null
  } catch {
    return null
  }
}

function summaryOf(deliveries: readonly LoggedDelivery[]): DeliverySummary {
  const count = (...statuses: string[]): number =>
    deliveries.filter(({ status }) => statuses.includes(status)).length
  return {
    total: deliveries.length,
    delivered: count('delivered'),
    failed: count('dead', 'poisoned'),
    waiting: count('pending', 'delivering', 'retrying'),
    cancelled: count('cancelled'),
  }
}
