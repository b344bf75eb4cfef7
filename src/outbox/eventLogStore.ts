import type { Payload, PayloadRequest } from 'payload'

import type { EventRow, EventWriter, WrittenEvent } from '../event-service/eventWriter.ts'
import type { Sql } from '../kernel/sql.ts'
import type { CommitWake } from './commitWakeStore.ts'
import { insertEventsSql } from './insertEventsSql.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'

/** Writes events in the caller's transaction: when the document does not commit, neither do they. */
export function createEventLogStore(payload: () => Payload, wake: () => CommitWake): EventWriter {
  return {
    write: async (rows, { req }) => {
      if (rows.length === 0) return []
      const request = req as PayloadRequest | undefined
      const sql = await sqlOfRequest(payload(), request)
      const written: WrittenEvent[] = []
      for (const group of groupByDocument(rows)) {
        const result = await sql.query<{ id: string }>(insertEventsSql(group))
        const ids = new Set(result.rows.map((row) => row.id))
        for (const row of group) {
          written.push(
            ids.has(row.id)
              ? { id: row.id, isDuplicate: false }
              : { id: await idOfDuplicate(sql, row), isDuplicate: true },
          )
        }
      }
      await wake().eventsWritten(request)
      return written
    },
  }
}

/** Numbers are given per document, so one statement takes the events of one document. */
function groupByDocument(rows: readonly EventRow[]): EventRow[][] {
  const groups = new Map<string, EventRow[]>()
  for (const row of rows) {
    const key = `${row.collection ?? ''}\n${row.documentId ?? ''}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}

async function idOfDuplicate(sql: Sql, row: EventRow): Promise<string> {
  const found = await sql.query<{ id: string }>(
    'SELECT id FROM event_logs WHERE idempotency_key = $1',
    [row.idempotencyKey],
  )
  return found.rows[0]?.id ?? row.id
}
