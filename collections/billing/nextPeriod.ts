import { type BillingInterval, type BillingPeriod, billingPeriod } from './billingPeriod.ts'

type NextPeriodOptions = {
  interval: BillingInterval
  /** Until when is paid; null when nothing ever was. */
  paidUntil: string | null
  /** The moment the periods are counted from; null: the new period begins the count. */
  anchor: string | null
  /** The subscription had ended: time between its end and the payment is not charged. */
  isExpired: boolean
  /** When the money came. */
  paidAt: string
}

/**
 * The period a payment pays for. It follows the paid one without a gap, also when the payment is late; only when that
 * period would be over before the payment, or the subscription had expired, it begins with the payment.
 */
export function nextPeriod({
  anchor,
  interval,
  isExpired,
  paidAt,
  paidUntil,
}: NextPeriodOptions): BillingPeriod {
  if (paidUntil !== null) {
    const following = billingPeriod(paidUntil, { interval, anchor: anchor ?? paidUntil })
    const isInTime = Date.parse(paidAt) <= Date.parse(paidUntil)
    const isOpen = !isExpired && Date.parse(following.end) > Date.parse(paidAt)
    if (isInTime || isOpen) return following
  }
  return billingPeriod(paidAt, { interval, anchor: paidAt })
}
