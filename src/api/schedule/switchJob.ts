import type { Access, Endpoint } from 'payload'
import * as z from 'zod'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { SCHEDULE_NOTIFICATION, switchSql } from '../../schedule/scheduleSql.ts'
import { unknownJob } from './unknownJob.ts'

const switchInput = z.strictObject({ enabled: z.boolean() })

/**
 * `PATCH /api/events/schedule/:name` with `{ enabled }`, for administrators: switches a job off or on. What fell due while it was
 * off is not made up for.
 */
export const switchJob = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'patch',
    path: '/events/schedule/:name',
    access: administratorsOf(manage),
    body: switchInput,
    handle: async ({ body, param, payload, runtime }) => {
      const name = param('name')
      const sql = await sqlOfRequest(payload)
      const now = new Date(runtime.clock.now())
      const switched = await sql.query(switchSql, [name, body.enabled, now])
      if (switched.rows.length === 0) throw unknownJob(name)
      await sql.query('SELECT pg_notify($1, $2)', [SCHEDULE_NOTIFICATION, ''])
      return jsonResponse({ name, enabled: body.enabled })
    },
  })

/** Those who manage; where users have roles, only administrators among them. */
function administratorsOf(manage: Access): Access {
  return async (args) => {
    const { user } = args.req
    const isBelow = user !== null && 'role' in user && user['role'] !== 'admin'
    return !isBelow && (await manage(args)) === true
  }
}
