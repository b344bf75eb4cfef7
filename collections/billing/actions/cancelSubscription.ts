import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { changeSubscription } from './changeSubscription.ts'

const input = z.strictObject({
  /** False: at once, the rest of the paid period is lost. */
  atPeriodEnd: z.boolean().default(true),
  reason: z.string().trim().max(500).optional(),
})

/**
 * `POST /api/subscriptions/:id/cancel`, by the customer or a manager: by default the subscription goes on until
 * the end of what is paid and is not renewed; `{ "atPeriodEnd": false }` ends it at once.
 */
export const cancelSubscription = defineEndpoint({
  method: 'post',
  path: '/:id/cancel',
  access: ({ req }) => Boolean(req.user),
  limit: { name: 'subscription-change', points: 30, perSeconds: 3600 },
  body: input,
  handle: ({ body, param, req }) =>
    changeSubscription(req, param('id'), (row) => ({
      ...(body.reason === undefined ? {} : { cancellationReason: body.reason }),
      autoRenew: false,
      // One whose end is reached has no period to wait for; the status guard says so.
      ...(body.atPeriodEnd && !['cancelled', 'expired'].includes(String(row['status']))
        ? { cancelAtPeriodEnd: true }
        : { status: 'cancelled' }),
    })),
})
