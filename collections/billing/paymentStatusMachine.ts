import type { StatusMachine } from '../statusMachine.ts'

/** The life of a payment. It may begin in any of these. */
export type PaymentStatus = 'pending' | 'successful' | 'failed' | 'refunded'

/** Which status of a payment may follow which. A failed one may be tried again under the same number. */
export const paymentStatusMachine: StatusMachine<PaymentStatus> = {
  pending: ['successful', 'failed'],
  failed: ['pending', 'successful'],
  successful: ['refunded'],
  refunded: [],
}
