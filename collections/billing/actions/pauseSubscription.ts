import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { changeSubscription } from './changeSubscription.ts'

/** `POST /api/subscriptions/:id/pause`, by the customer or a manager: the paid time stands still until `resume`. */
export const pauseSubscription = defineEndpoint({
  method: 'post',
  path: '/:id/pause',
  access: ({ req }) => Boolean(req.user),
  limit: { name: 'subscription-change', points: 30, perSeconds: 3600 },
  handle: ({ param, req }) => changeSubscription(req, param('id'), () => ({ status: 'paused' })),
})
