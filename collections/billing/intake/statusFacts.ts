import type { PaymentNotice } from './paymentNotice.ts'

/** The fields that come with the status of a notice. */
export function statusFacts(notice: PaymentNotice): Record<string, unknown> {
  const { at, failureCode, failureReason, status } = notice
  if (status === 'successful') return at === undefined ? {} : { paidAt: at }
  if (status !== 'failed') return {}
  return {
    failureCode: failureCode?.slice(0, 200) ?? null,
    failureReason: failureReason?.slice(0, 1000) ?? null,
    ...(at === undefined ? {} : { failedAt: at }),
  }
}
