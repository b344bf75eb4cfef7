import { DateTime } from 'luxon'
import * as z from 'zod'

import { parseJson } from '../parseJson.ts'
import { parseNotice } from '../parseNotice.ts'
import type { PaymentNotice } from '../paymentNotice.ts'
import { paymentRefusals } from '../paymentRefusals.ts'

/** Kinds of notifications, each with an address of its own in the cabinet of CloudPayments. */
export const cloudPaymentsKinds = [
  'check',
  'pay',
  'fail',
  'confirm',
  'refund',
  'recurrent',
  'cancel',
  'receipt',
] as const

/** One of {@link cloudPaymentsKinds}. */
export type CloudPaymentsKind = (typeof cloudPaymentsKinds)[number]

const number = z
  .union([z.string().regex(/^\d{1,20}$/), z.number().int().nonnegative()])
  .transform(String)
const text = z.union([z.string().max(1000), z.number()]).transform(String)
const sum = z
  .union([
    z.string().regex(/^\d{1,12}([.,]\d{1,4})?$/, { error: 'is not a sum' }),
    z.number().nonnegative(),
  ])
  .transform((given) => Number(String(given).replace(',', '.')))

const schema = z.looseObject({
  TransactionId: number,
  /** Of a refund: the payment that is refunded. */
  PaymentTransactionId: number.optional(),
  Amount: sum,
  Currency: z.string().max(10).optional(),
  /** UTC, `2026-11-21 10:00:00`. */
  DateTime: z.string().max(40).optional(),
  Status: z.string().max(100).optional(),
  OperationType: z.string().max(100).optional(),
  SubscriptionId: text.optional(),
  Reason: text.optional(),
  ReasonCode: text.optional(),
  /** What the shop gave along, a JSON text. */
  Data: z.union([z.string().max(10_000), z.looseObject({})]).nullish(),
})

type Notification = z.output<typeof schema>

/** The members of a notification, sent as a form or as JSON. FLOW_PAYMENT_UNREADABLE (400). */
export function cloudPaymentsFields(body: Buffer, contentType: string): unknown {
  if (contentType.includes('json')) return parseJson(body)
  const fields = [...new URLSearchParams(body.toString('utf8'))].filter(([, value]) => value !== '')
  return Object.fromEntries(fields)
}

/** Tells kinds apart that share one address. */
export function cloudPaymentsKind(fields: unknown): CloudPaymentsKind {
  const { OperationType, PaymentTransactionId, ReasonCode, Status } = parseNotice(schema, fields)
  if (OperationType === 'Refund' || PaymentTransactionId !== undefined) return 'refund'
  if (Status === 'Declined' || (ReasonCode !== undefined && ReasonCode !== '0')) return 'fail'
  return 'pay'
}

/** What a pay, fail, confirm, refund or check says; `undefined` when it names no subscription. */
export function cloudPaymentsNotice(
  kind: 'check' | 'pay' | 'fail' | 'confirm' | 'refund',
  fields: unknown,
): PaymentNotice | undefined {
  const found = parseNotice(schema, fields)
  const subscription = subscriptionOf(found)
  if (!subscription && kind !== 'refund') return undefined
  const at = timeOf(found.DateTime)
  return {
    provider: 'cloudpayments',
    externalId: (kind === 'refund' && found.PaymentTransactionId) || found.TransactionId,
    status: statusOf(kind, found),
    subscription: subscription ?? {},
    amount: { amount: found.Amount, currency: found.Currency ?? 'RUB' },
    ...(at === undefined ? {} : { at }),
    ...(kind === 'refund' ? { refundId: found.TransactionId } : {}),
    ...(kind === 'fail' && found.ReasonCode !== undefined ? { failureCode: found.ReasonCode } : {}),
    ...(kind === 'fail' && found.Reason !== undefined ? { failureReason: found.Reason } : {}),
  }
}

/** Money that is only held (`Authorized`) has not come yet; `confirm` tells when it has. */
function statusOf(
  kind: 'check' | 'pay' | 'fail' | 'confirm' | 'refund',
  { Status }: Notification,
): PaymentNotice['status'] {
  if (kind === 'fail') return 'failed'
  if (kind === 'refund') return 'refunded'
  return kind === 'check' || (kind === 'pay' && Status === 'Authorized') ? 'pending' : 'successful'
}

function subscriptionOf(found: Notification): PaymentNotice['subscription'] | undefined {
  const data = typeof found.Data === 'string' ? parsedData(found.Data) : found.Data
  const ours: unknown = data?.['subscription_id'] ?? data?.['subscriptionId']
  if (typeof ours === 'string' || typeof ours === 'number') return { id: String(ours) }
  return found.SubscriptionId === undefined ? undefined : { externalId: found.SubscriptionId }
}

function parsedData(json: string): Record<string, unknown> | undefined {
  const value = parseJson(Buffer.from(json))
  if (typeof value !== 'object' || value === null)
    throw paymentRefusals.unreadable(['Data: is not an object'])
  return Object.fromEntries(Object.entries(value))
}

function timeOf(given: string | undefined): string | undefined {
  const time = given === undefined ? undefined : DateTime.fromSQL(given, { zone: 'utc' })
  return time?.isValid ? time.toJSDate().toISOString() : undefined
}
