import type { Endpoint } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'
import { endReconciliationSql } from '../../reconcile/reconciliationSql.ts'

/**
 * `POST /api/events/reconciliations/:id/cancel`: what has been listed or told stays; nothing more is. 404 also for one that
 * has ended.
 */
export const cancelReconciliation = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/reconciliations/:id/cancel',
    access: manage,
    handle: async ({ param, payload }) => {
      const id = param('id')
      const sql = await sqlOfRequest(payload)
      const { rows } = await sql.query(endReconciliationSql, [id, 'cancelled', null])
      if (rows.length === 0) throw notFound('reconciliation', id)
      return jsonResponse({ id, status: 'cancelled' })
    },
  })
