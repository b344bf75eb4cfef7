import * as z from 'zod'

import type { PaymentStatus } from '../../paymentStatusMachine.ts'
import { parseNotice } from '../parseNotice.ts'
import type { PaymentNotice } from '../paymentNotice.ts'

const text = z
  .string()
  .min(1)
  .max(200)
  .refine((given) => !given.includes('\0'), { error: 'must not hold NUL characters' })
const id = z.union([text, z.number().int().nonnegative().transform(String)])

const schema = z.object({
  type: z.enum(['payment.pending', 'payment.successful', 'payment.failed', 'payment.refunded']),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  data: z
    .object({
      /** The sender's number of the payment. */
      id,
      /** Our number of the subscription. */
      subscription: id.optional(),
      subscriptionExternalId: id.optional(),
      amount: z.number().nonnegative().max(1e12).optional(),
      currency: z.enum(['RUB', 'USD', 'EUR', 'KZT']).optional(),
      attempt: z.number().int().min(1).max(1000).optional(),
      retryOf: id.optional(),
      failureCode: text.optional(),
      failureReason: z.string().max(1000).optional(),
      refundId: id.optional(),
    })
    .refine(({ amount, currency }) => (amount === undefined) === (currency === undefined), {
      error: 'amount and currency stand together',
      path: ['currency'],
    })
    .refine(
      (data) => data.subscription !== undefined || data.subscriptionExternalId !== undefined,
      {
        error: 'subscription or subscriptionExternalId is needed',
        path: ['subscription'],
      },
    ),
})

const statusOf: Readonly<Record<z.output<typeof schema>['type'], PaymentStatus>> = {
  'payment.pending': 'pending',
  'payment.successful': 'successful',
  'payment.failed': 'failed',
  'payment.refunded': 'refunded',
}

/** Reads `{ type: "payment.successful", timestamp, data: { id, subscription, amount, currency, … } }`. */
export function genericNotice(body: unknown): PaymentNotice {
  const { data, timestamp, type } = parseNotice(schema, body)
  const { amount, attempt, currency, failureCode, failureReason, refundId, retryOf } = data
  return {
    provider: 'generic',
    externalId: data.id,
    status: statusOf[type],
    subscription: {
      ...(data.subscription === undefined ? {} : { id: data.subscription }),
      ...(data.subscriptionExternalId === undefined
        ? {}
        : { externalId: data.subscriptionExternalId }),
    },
    ...(amount !== undefined && currency !== undefined ? { amount: { amount, currency } } : {}),
    ...(timestamp === undefined ? {} : { at: new Date(timestamp).toISOString() }),
    ...(attempt === undefined ? {} : { attempt }),
    ...(retryOf === undefined ? {} : { retryOf }),
    ...(failureCode === undefined ? {} : { failureCode }),
    ...(failureReason === undefined ? {} : { failureReason }),
    ...(refundId === undefined ? {} : { refundId }),
  }
}
