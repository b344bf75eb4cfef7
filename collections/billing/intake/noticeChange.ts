import type { StoredRow } from '../../readRow.ts'
import type { PaymentStatus } from '../paymentStatusMachine.ts'
import { isPriceMet } from './isPriceMet.ts'
import type { PaymentNotice } from './paymentNotice.ts'
import { paymentRefusals } from './paymentRefusals.ts'
import { statusFacts } from './statusFacts.ts'

type Refund = { externalId: string; amount: number; at: string | null }

/** Later statuses outrank earlier ones: notifications overtake one another. */
const rank: Readonly<Record<PaymentStatus, number>> = {
  pending: 0,
  failed: 1,
  successful: 2,
  refunded: 3,
}

/**
 * What a notice changes about a payment that is known: `known` when it was told before, `stale` when something later was.
 * FLOW_PAYMENT_OUT_OF_ORDER (409) for a refund of money that has not come.
 */
export function noticeChange(
  payment: StoredRow,
  notice: PaymentNotice,
): Record<string, unknown> | 'known' | 'stale' {
  const stored = statusOf(payment)
  if (notice.status === 'refunded') return refundChange(payment, stored, notice)
  const attempt = Number(payment['attempt'] ?? 1)
  const isNewAttempt = stored === 'failed' && (notice.attempt ?? attempt) > attempt
  if (notice.status === stored && !isNewAttempt) return 'known'
  if (rank[notice.status] < rank[stored] && !isNewAttempt) return 'stale'
  return {
    status: notice.status,
    ...(isNewAttempt ? { attempt: notice.attempt } : {}),
    ...statusFacts(notice),
    ...(isPriceMet(notice.amount, payment['amount']) ? {} : { issue: 'amount_mismatch' }),
  }
}

function refundChange(
  payment: StoredRow,
  stored: PaymentStatus,
  notice: PaymentNotice,
): Record<string, unknown> | 'known' {
  const refunds = refundsOf(payment)
  const externalId = notice.refundId ?? notice.externalId
  if (refunds.some((refund) => refund.externalId === externalId)) return 'known'
  if (stored === 'refunded') return 'known'
  if (stored !== 'successful') throw paymentRefusals.tooEarly(notice.externalId)
  const paid = paidAmount(payment)
  const amount = notice.amount?.amount ?? paid
  const refunded = refunds.reduce((sum, refund) => sum + refund.amount, amount)
  const isWhole = Math.round(refunded * 100) >= Math.round(paid * 100)
  const at = notice.at ?? null
  return {
    refunds: [...refunds, { externalId, amount, at }],
    ...(isWhole ? { status: 'refunded', ...(at === null ? {} : { refundedAt: at }) } : {}),
  }
}

function statusOf(payment: StoredRow): PaymentStatus {
  const status = payment['status']
  return status === 'failed' || status === 'successful' || status === 'refunded'
    ? status
    : 'pending'
}

function paidAmount(payment: StoredRow): number {
  const money = payment['amount']
  const amount = typeof money === 'object' && money !== null && 'amount' in money && money.amount
  return typeof amount === 'number' ? amount : 0
}

function refundsOf(payment: StoredRow): Refund[] {
  const rows: unknown = payment['refunds']
  return Array.isArray(rows) ? rows : []
}
