import type { Endpoint } from 'payload'
import * as z from 'zod'

import { readLaneStates } from '../../delivery-log/readLaneStates.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { inTransaction } from '../../http/inTransaction.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'
import { raiseRevisionSql } from '../../outbox/subscriptionStore.ts'
import { openSoonSql } from '../../pace/receiverSql.ts'

const pauseSql = `
UPDATE event_subscriptions SET is_paused = $2, updated_at = now() WHERE id::text = $1 RETURNING id`

/**
 * `POST /api/events/subscriptions/:id/pause`: deliveries are made and wait; what is in flight ends.
 * `POST /api/events/subscriptions/:id/resume`: they go, oldest first; receivers at rest are probed at once. Both may be
 * called again. Answers how many deliveries wait at that moment.
 */
export const switchPause = ({ manage }: EndpointAccess, verb: 'pause' | 'resume'): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: `/events/subscriptions/:id/${verb}`,
    access: manage,
    body: z.strictObject({}),
    handle: async ({ param, payload }) => {
      const id = param('id')
      const isPaused = verb === 'pause'
      const waiting = await inTransaction(payload, async ({ sql }) => {
        const { rows } = await sql.query(pauseSql, [id, isPaused])
        if (rows.length === 0) throw notFound('subscription', id)
        if (!isPaused) await sql.query(openSoonSql, [id])
        await sql.query(raiseRevisionSql)
        return (await readLaneStates(sql)).get(id)?.waiting ?? 0
      })
      return jsonResponse({ id, isPaused, waiting })
    },
  })
