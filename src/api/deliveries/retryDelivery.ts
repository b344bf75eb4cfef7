import type { Endpoint } from 'payload'
import * as z from 'zod'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { retryNowSql } from '../../delivery/retryNowSql.ts'
import { FlowError } from '../../kernel/flowError.ts'
import type { Sql } from '../../kernel/sql.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'

const retryInput = z.strictObject({ force: z.boolean().optional() })

const retriable = ['pending', 'retrying', 'dead', 'poisoned', 'cancelled']

/**
 * `POST /api/events/deliveries/:id/retry`: makes a delivery due now, whatever became of it; one that has arrived only
 * with `{ force: true }`. 409 while it is being sent. See `retryNowSql` for what becomes of the schedule.
 */
export const retryDelivery = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/deliveries/:id/retry',
    access: manage,
    body: retryInput,
    handle: async ({ body, param, payload }) => {
      const id = param('id')
      const sql = await sqlOfRequest(payload)
      const allowed = body.force === true ? [...retriable, 'delivered'] : retriable
      const moved = await sql.query<{ next_attempt_at: Date }>(retryNowSql, [id, allowed])
      const [row] = moved.rows
      if (!row) throw await whyNot(sql, id)
      return jsonResponse({
        id,
        status: 'pending',
        nextAttemptAt: row.next_attempt_at.toISOString(),
      })
    },
  })

async function whyNot(sql: Sql, id: string): Promise<FlowError> {
  const found = await sql.query<{ status: string }>(
    'SELECT status::text AS status FROM event_deliveries WHERE id = $1',
    [id],
  )
  const status = found.rows[0]?.status
  if (status === undefined) return notFound('delivery', id)
  if (status === 'delivered') {
    return new FlowError({
      code: 'FLOW_DELIVERY_DELIVERED',
      message: 'this delivery has arrived already',
      hint: 'Send { "force": true } to deliver it once more.',
      status: 409,
      details: { id, status },
    })
  }
  return new FlowError({
    code: 'FLOW_DELIVERY_IN_PROGRESS',
    message: 'this delivery is being sent at this moment',
    hint: 'Look again in a few seconds.',
    status: 409,
    details: { id, status },
  })
}
