import * as z from 'zod'

import { parseNotice } from '../parseNotice.ts'
import type { PaymentNotice } from '../paymentNotice.ts'

const id = z.string().regex(/^[\w-]{1,64}$/, { error: 'is not an id of YooKassa' })
/** Sums are decimal texts: `"100.00"`. */
const money = z.object({
  value: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,2})?$/, { error: 'is not a sum' })
    .transform(Number),
  currency: z.enum(['RUB', 'USD', 'EUR', 'KZT']),
})
const reference = z.union([z.string().min(1).max(200), z.number().int().transform(String)])

const notification = z.object({
  type: z.literal('notification'),
  event: z.string().max(100),
  object: z.looseObject({ id }),
})

const payment = z.looseObject({
  id,
  status: z.enum(['pending', 'waiting_for_capture', 'succeeded', 'canceled']),
  amount: money,
  created_at: z.iso.datetime({ offset: true }).optional(),
  captured_at: z.iso.datetime({ offset: true }).optional(),
  metadata: z
    .looseObject({ subscription_id: reference.optional(), retry_of: reference.optional() })
    .nullish(),
  cancellation_details: z
    .looseObject({ party: z.string().max(100), reason: z.string().max(200) })
    .nullish(),
})

const refund = z.looseObject({
  id,
  payment_id: id,
  status: z.enum(['pending', 'succeeded', 'canceled']),
  amount: money,
  created_at: z.iso.datetime({ offset: true }).optional(),
})

const statusOf = {
  pending: 'pending',
  waiting_for_capture: 'pending',
  succeeded: 'successful',
  canceled: 'failed',
} as const

/** What a notification is about; its object is not believed, only asked about. */
export type YookassaSubject = { kind: 'payment' | 'refund'; id: string }

/** The subject of a notification; `undefined` for kinds that concern no payment, such as `payout.succeeded`. */
export function yookassaSubject(body: unknown): YookassaSubject | undefined {
  const { event, object } = parseNotice(notification, body)
  if (/^payment\.(pending|waiting_for_capture|succeeded|canceled)$/.test(event)) {
    return { kind: 'payment', id: object.id }
  }
  return event === 'refund.succeeded' ? { kind: 'refund', id: object.id } : undefined
}

/** What the API says of a payment; `undefined` when it belongs to no subscription. */
export function yookassaPayment(answer: unknown): PaymentNotice | undefined {
  const found = parseNotice(payment, answer)
  const ours = found.metadata?.subscription_id
  const retryOf = found.metadata?.retry_of
  const at = found.captured_at ?? found.created_at
  if (ours === undefined) return undefined
  return {
    provider: 'yookassa',
    externalId: found.id,
    status: statusOf[found.status],
    subscription: { id: ours },
    amount: { amount: found.amount.value, currency: found.amount.currency },
    ...(at === undefined ? {} : { at: new Date(at).toISOString() }),
    ...(retryOf === undefined ? {} : { retryOf }),
    ...(found.cancellation_details
      ? {
          failureCode: found.cancellation_details.reason,
          failureReason: `${found.cancellation_details.party}: ${found.cancellation_details.reason}`,
        }
      : {}),
  }
}

/** What the API says of a refund; `undefined` while it has not succeeded. `externalId` is the payment's number. */
export function yookassaRefund(answer: unknown): PaymentNotice | undefined {
  const found = parseNotice(refund, answer)
  if (found.status !== 'succeeded') return undefined
  return {
    provider: 'yookassa',
    externalId: found.payment_id,
    status: 'refunded',
    subscription: {},
    amount: { amount: found.amount.value, currency: found.amount.currency },
    refundId: found.id,
    ...(found.created_at === undefined ? {} : { at: new Date(found.created_at).toISOString() }),
  }
}
