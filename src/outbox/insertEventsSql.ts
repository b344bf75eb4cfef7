import type { EventRow } from '../event-service/eventWriter.ts'
import type { NamedStatement } from '../kernel/sql.ts'

/** One save means a handful of events at most; each number of rows is a statement of its own. */
const MAX_NAMED_ROWS = 8

const columns = `id, type, version, timestamp, source, operation, user_id, user_email, locale,
  causation_id, hop, idempotency_key, issues, head, tail`

/**
 * One statement writes the events of one document: it numbers them behind the document's last event (also one that has been
 * swept out of the log), puts the number into the stored text (`head` + number + `tail`: re-serialising would change the bytes that get signed).
 * Named, because to parse and plan it takes longer than to run it. Writers of one document take turns (its row is locked);
 * should two get past that, the unique index on the number lets one of them in, and the other one's rows are
 * missing from the answer. The answer also says in which transaction the rows were written.
 */
export function insertEventsSql(rows: readonly EventRow[]): NamedStatement {
  const [first] = rows
  const values: unknown[] = [first?.collection ?? null, first?.documentId ?? null]
  const tuples = rows.map((row, ordinal) => {
    const cells = [
      row.id,
      row.type,
      row.version,
      row.timestamp,
      row.meta.source,
      row.operation,
      row.meta.userId,
      row.meta.userEmail,
      row.meta.locale,
      row.meta.causationId,
      row.meta.hop,
      row.idempotencyKey ?? null,
      row.issues.length > 0 ? JSON.stringify(row.issues) : null,
      row.bodyHead,
      row.bodyTail,
    ]
    const marks = cells.map((cell, index) => {
      values.push(cell)
      return `$${values.length}${ordinal === 0 ? casts[index] : ''}`
    })
    return `(${marks.join(',')},${ordinal + 1})`
  })
  const text = `
WITH input (${columns}, ordinal) AS (VALUES ${tuples.join(',')}),
last AS (
  SELECT greatest(
    (SELECT max(sequence) FROM event_logs WHERE collection = $1::varchar AND document_id = $2::varchar),
    (SELECT last FROM event_sequences WHERE id = $1::varchar || ':' || $2::varchar)
  ) AS n
),
written AS (
  INSERT INTO event_logs (id, type, version, status, timestamp, source, collection, document_id, operation, user_id,
    user_email, locale, causation_id, hop, idempotency_key, issues, sequence, body, created_at)
  SELECT i.id, i.type, i.version, 'pending', i.timestamp, i.source, $1::varchar, $2::varchar, i.operation, i.user_id,
    i.user_email, i.locale, i.causation_id, i.hop, i.idempotency_key, i.issues, s.n,
    i.head || coalesce(s.n::text, 'null') || i.tail, clock_timestamp()
  FROM input i CROSS JOIN last
  CROSS JOIN LATERAL (
    SELECT CASE WHEN $2::varchar IS NULL THEN NULL ELSE coalesce(last.n, 0) + i.ordinal END AS n
  ) s
  ORDER BY i.ordinal
  ON CONFLICT DO NOTHING
  RETURNING id
)
SELECT id, pg_current_xact_id()::text AS xact FROM written`
  // An empty name is Postgres' word for a statement planned each time: many rows repay their planning.
  const name = rows.length <= MAX_NAMED_ROWS ? `flowmasters_insert_${rows.length}` : ''
  return { name, text, values }
}

const casts = [
  '::varchar', // id
  '::varchar', // type
  '::numeric', // version
  '::timestamptz', // timestamp
  '::varchar', // source
  '::varchar', // operation
  '::varchar', // user id
  '::varchar', // user e-mail
  '::varchar', // locale
  '::varchar', // causation id
  '::numeric', // hop
  '::varchar', // idempotency key
  '::jsonb', // issues
  '::varchar', // head
  '::varchar', // tail
]
