import { FlowError } from '../../../src/kernel/flowError.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { changeSubscription } from './changeSubscription.ts'

/**
 * `POST /api/subscriptions/:id/resume`, by the customer or a manager: ends a pause (the period ends that much later)
 * and takes back a cancellation at the end of the period. FLOW_SUBSCRIPTION_RUNS (409) when there is neither.
 */
export const resumeSubscription = defineEndpoint({
  method: 'post',
  path: '/:id/resume',
  access: ({ req }) => Boolean(req.user),
  limit: { name: 'subscription-change', points: 30, perSeconds: 3600 },
  handle: ({ param, req }) =>
    changeSubscription(req, param('id'), (row) => {
      const isPaused = row['status'] === 'paused'
      const isOver = ['cancelled', 'expired'].includes(String(row['status']))
      if (!isPaused && (isOver || row['cancelAtPeriodEnd'] !== true)) {
        throw new FlowError({
          code: 'FLOW_SUBSCRIPTION_RUNS',
          message: `there is nothing to resume: the subscription is ${String(row['status'])}`,
          hint: 'Only a paused one, or one that is to end with its period, can be resumed.',
          status: 409,
        })
      }
      return {
        cancelAtPeriodEnd: false,
        autoRenew: true,
        ...(isPaused ? { status: 'active' } : {}),
      }
    }),
})
