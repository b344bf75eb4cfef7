import type { Endpoint } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'
import { cancelReplaySql } from '../../replay/replaySql.ts'

/**
 * `POST /api/events/replays/:id/cancel`: nothing more of it is sent; what has been made due already goes out. 404 also for one
 * that has ended.
 */
export const cancelReplay = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/replays/:id/cancel',
    access: manage,
    handle: async ({ param, payload }) => {
      const id = param('id')
      const sql = await sqlOfRequest(payload)
      const { rows } = await sql.query(cancelReplaySql, [id])
      if (rows.length === 0) throw notFound('replay', id)
      return jsonResponse({ id, status: 'cancelled' })
    },
  })
