import type { StatusReport } from '../channels/channelCallback.ts'
import { jsonbText } from '../kernel/jsonbText.ts'
import type { Sql } from '../kernel/sql.ts'
import { matchReports } from './matchReports.ts'
import { sha256Hex } from '../kernel/sha256Hex.ts'

/** Parameter: reports as JSON. */
const insertSql = `
INSERT INTO delivery_reports (id, channel, message_id, status, at, code, reason, reasons, created_at)
SELECT id, channel, message_id, status, to_timestamp(at / 1000), code, reason, nullif(reasons, 'null'::jsonb),
  clock_timestamp()
FROM jsonb_to_recordset($1::jsonb) AS r(
  id varchar, channel varchar, message_id varchar, status varchar, at float8, code varchar, reason varchar, reasons jsonb)
ON CONFLICT (id) DO NOTHING
RETURNING id`

/** What became of the reports of one request. */
export type RecordedReports = {
  /** Told for the first time; services tell things more than once. */
  fresh: number
  /** Of them, those whose message is known here. */
  matched: number
}

/**
 * Writes down what a service says of its messages, each piece of news once, and moves the deliveries on. A report may come
 * before the delivery's own result is written; it is kept, and finds its delivery later.
 */
export async function recordReports(
  sql: Sql,
  channel: string,
  reports: readonly StatusReport[],
): Promise<RecordedReports> {
  if (reports.length === 0) return { fresh: 0, matched: 0 }
  const wire = reports.map(({ at, code, messageId, reason, reasons, status }) => ({
    ...{ channel, status },
    id: idOf(channel, messageId, status),
    message_id: messageId,
    at: at ?? null,
    code: code ?? null,
    reason: reason ?? null,
    reasons: reasons ?? null,
  }))
  const inserted = await sql.query<{ id: string }>(insertSql, [jsonbText(wire)])
  // A statement of its own: only what is committed can be seen by a worker that writes the result at this moment.
  await matchReports(sql)
  const ids = inserted.rows.map(({ id }) => id)
  const known = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM delivery_reports WHERE id = ANY($1::varchar[]) AND delivery IS NOT NULL',
    [ids],
  )
  return { fresh: ids.length, matched: known.rows[0]?.count ?? 0 }
}

/** The same news always has the same id. */
function idOf(channel: string, messageId: string, status: string): string {
  const digest = sha256Hex(`${channel}\n${messageId}\n${status}`)
  return `rpt_${digest.slice(0, 40)}`
}
