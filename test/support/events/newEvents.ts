import type { Sql } from '../../../src/kernel/sql.ts'

/** An event as it was logged. */
export type LoggedEvent = {
  type: string
  documentId: string | null
  data: { current: Record<string, unknown>; previous: Record<string, unknown> | null } & Record<
    string,
    unknown
  >
  meta: Record<string, unknown>
}

/** Runs `act` and returns the events it wrote, in the order in which they were written. */
export async function newEvents(sql: Sql, act: () => Promise<unknown>): Promise<LoggedEvent[]> {
  const mark = await sql.query<{ last: string }>(
    "SELECT coalesce(max(id), '') AS last FROM event_logs",
  )
  await act()
  const { rows } = await sql.query<{ body: string; documentId: string | null }>(
    'SELECT body, document_id AS "documentId" FROM event_logs WHERE id > $1 ORDER BY id',
    [mark.rows[0]?.last ?? ''],
  )
  return rows.map(({ body, documentId }) => ({
    ...(JSON.parse(body) as Omit<LoggedEvent, 'documentId'>),
    documentId,
  }))
}
