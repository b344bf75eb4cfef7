import type { Endpoint, Payload } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { FlowError } from '../../kernel/flowError.ts'
import type { Sql } from '../../kernel/sql.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { type LogConditions, logConditions } from './logConditions.ts'
import { readLogCursor, writeLogCursor } from './logCursor.ts'
import { toLogEntry } from './logEntry.ts'
import { type LogQuery, logQuery } from './logQuery.ts'
import { logCountSql, logPageSql } from './logSql.ts'

const defaultLimit = 20

/**
 * `GET /api/events/logs`: events newest first, each with its deliveries. By `page` with totals (two statements), or by
 * `after=<nextCursor>` without them (one), which also holds still while new events come in.
 */
export const listLogs = ({ read }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/events/logs',
    access: read,
    query: logQuery,
    handle: async ({ payload, query }) => {
      if (query.after !== undefined && query.page !== undefined) throw twoKindsOfPages()
      return jsonResponse(await pageOf(payload, query))
    },
  })

async function pageOf(payload: Payload, query: LogQuery): Promise<Record<string, unknown>> {
  const { limit = defaultLimit, page = 1 } = query
  const sql = await sqlOfRequest(payload)
  const cursor = query.after === undefined ? undefined : readLogCursor(query.after)
  const conditions = logConditions(query, cursor)
  const { values, where } = conditions
  const text = logPageSql(where, `$${values.length + 1}`, `$${values.length + 2}`)
  // One row more than shown tells whether there is another page.
  const [found, total] = await Promise.all([
    sql.query(text, [...values, limit + 1, cursor ? 0 : (page - 1) * limit]),
    cursor ? undefined : countOf(sql, conditions),
  ])
  const docs = found.rows.slice(0, limit).map(toLogEntry)
  const hasNextPage = found.rows.length > limit
  const last = docs.at(-1)
  return {
    docs,
    limit,
    hasNextPage,
    nextCursor:
      hasNextPage && last
        ? writeLogCursor({ createdAt: String(last['createdAt']), id: String(last['id']) })
        : null,
    ...(total === undefined
      ? {}
      : {
          page,
          totalDocs: total,
          totalPages: Math.max(1, Math.ceil(total / limit)),
          hasPrevPage: page > 1,
        }),
  }
}

async function countOf(sql: Sql, conditions: LogConditions): Promise<number> {
  const { rows } = await sql.query<{ total: number }>(logCountSql(conditions), conditions.values)
  return rows[0]?.total ?? 0
}

function twoKindsOfPages(): FlowError {
  return new FlowError({
    code: 'FLOW_API_INPUT_INVALID',
    message: 'the query cannot be used: page: does not go with after',
    hint: 'Use one of them: page counts pages, after continues behind a row.',
    status: 400,
    details: { issues: [{ field: 'page', message: 'does not go with after' }] },
  })
}
