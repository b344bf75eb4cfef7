import type { Endpoint } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { requestSql, SCHEDULE_NOTIFICATION } from '../../schedule/scheduleSql.ts'
import { unknownJob } from './unknownJob.ts'

/**
 * `POST /api/events/schedule/:name/run`: asks for a run, also of a job that is switched off. 202: a worker takes it up at once;
 * when the job is running, it runs once more after that. Asking twice before it began asks once.
 */
export const runJobNow = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/schedule/:name/run',
    access: manage,
    handle: async ({ param, payload, req, runtime }) => {
      const name = param('name')
      const sql = await sqlOfRequest(payload)
      const who = req.user && 'email' in req.user ? req.user.email : null
      const asked = await sql.query(requestSql, [name, who, new Date(runtime.clock.now())])
      if (asked.rows.length === 0) throw unknownJob(name)
      await sql.query('SELECT pg_notify($1, $2)', [SCHEDULE_NOTIFICATION, ''])
      return jsonResponse({ name, status: 'requested' }, 202)
    },
  })
