import type { Endpoint } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import type { SqlRow } from '../../kernel/sql.ts'

const scheduleSql = `
SELECT id, label, schedule, enabled, next_run_at, run_requested_at, failures, resumed_at,
  coalesce(lease_until >= clock_timestamp(), false) AS is_running, last_started_at, last_finished_at,
  last_duration_ms, last_outcome::text, last_error, last_found, last_emitted
FROM scheduled_jobs ORDER BY id`

/** `GET /api/events/schedule`: every job, when it runs next, and what its last run came to. Times are ISO 8601. */
export const getSchedule = ({ read }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/events/schedule',
    access: read,
    handle: async ({ payload }) => {
      const { rows } = await (await sqlOfRequest(payload)).query(scheduleSql)
      return jsonResponse({ jobs: rows.map(jobOf) })
    },
  })

function jobOf(row: SqlRow) {
  return {
    name: row['id'],
    label: row['label'],
    schedule: row['schedule'],
    enabled: row['enabled'],
    isRunning: row['is_running'],
    isRequested: row['run_requested_at'] !== null,
    nextRunAt: row['enabled'] === true ? row['next_run_at'] : null,
    failures: numberOf(row['failures']),
    lastRun:
      row['last_started_at'] === null
        ? null
        : {
            startedAt: row['last_started_at'],
            finishedAt: row['last_finished_at'],
            durationMs: numberOf(row['last_duration_ms']),
            outcome: row['last_outcome'],
            error: row['last_error'],
            found: numberOf(row['last_found']),
            emitted: numberOf(row['last_emitted']),
          },
  }
}

/** Payload's number columns are `numeric`, which node-postgres gives as text. */
function numberOf(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value)
}
