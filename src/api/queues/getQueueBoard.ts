import type { Endpoint } from 'payload'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { FlowError } from '../../kernel/flowError.ts'

/**
 * `GET /api/events/queues` and below: Bull Board over the queues in Redis, for those who may manage subscriptions.
 * Reading only: no other method is answered.
 */
export const getQueueBoard = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/events/queues/:page*',
    access: manage,
    handle: async ({ req, runtime: { queueBoard } }) => {
      if (!queueBoard) throw noQueues()
      return queueBoard.answer(req.url ?? '')
    },
  })

function noQueues(): FlowError {
  return new FlowError({
    code: 'FLOW_QUEUES_OFF',
    message: 'there are no queues: deliveries go through the table',
    hint: 'Set REDIS_URL to let BullMQ carry them; without it, see the event log and GET /api/events/stats.',
    status: 404,
  })
}
