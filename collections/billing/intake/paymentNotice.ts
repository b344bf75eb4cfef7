import type { PaymentStatus } from '../paymentStatusMachine.ts'
import type { PaymentProvider } from '../providerField.ts'

/** What a provider says about one payment, in our words; its genuineness has been checked. */
export type PaymentNotice = {
  provider: PaymentProvider
  /** The provider's number of the payment. */
  externalId: string
  status: PaymentStatus
  /** Our number of the subscription, or the provider's. */
  subscription: { id?: string; externalId?: string }
  /** In the shop's own units; for a refund the refunded part. */
  amount?: { amount: number; currency: string }
  /** When it happened, ISO 8601; absent: now. */
  at?: string
  /** Raised when a failed payment is tried again under its number. */
  attempt?: number
  /** The provider's number of the failed payment that this one tries again. */
  retryOf?: string
  failureCode?: string
  failureReason?: string
  /** The provider's number of the refund. */
  refundId?: string
}
