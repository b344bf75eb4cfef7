import type { Endpoint } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import type { SqlRow } from '../../kernel/sql.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'
import { isoTime, toLogEntry } from './logEntry.ts'
import { attemptsOfEventSql, oneLogSql } from './logSql.ts'

/** `GET /api/events/logs/:id`: one event with its deliveries and every try of them, in two statements. */
export const getLog = ({ read }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/events/logs/:id',
    access: read,
    handle: async ({ param, payload }) => {
      const id = param('id')
      const sql = await sqlOfRequest(payload)
      const [found, attempts] = await Promise.all([
        sql.query(oneLogSql, [id]),
        sql.query(attemptsOfEventSql, [id]),
      ])
      const [row] = found.rows
      if (!row) throw notFound('event', id)
      const entry = toLogEntry(row)
      const deliveries = entry.deliveries.map((delivery) => ({
        ...delivery,
        attemptLog: attempts.rows.filter(({ delivery: of }) => of === delivery.id).map(toAttempt),
      }))
      return jsonResponse({ ...entry, deliveries })
    },
  })

function toAttempt(row: SqlRow): Record<string, unknown> {
  return {
    id: row['id'],
    number: Number(row['number']),
    outcome: row['outcome'],
    code: row['code'],
    reason: row['reason'],
    durationMs: row['duration_ms'] === null ? null : Number(row['duration_ms']),
    worker: row['worker'],
    request: row['request'],
    response: row['response'],
    createdAt: isoTime(row['created_at']),
  }
}
