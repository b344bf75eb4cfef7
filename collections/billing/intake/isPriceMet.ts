import type { PaymentNotice } from './paymentNotice.ts'

/**
 * Whether the money is at least the subscription's price in its currency. A buyer may have been able to choose the sum;
 * a subscription without a price takes any.
 */
export function isPriceMet(paid: PaymentNotice['amount'], price: unknown): boolean {
  if (!paid || typeof price !== 'object' || price === null) return true
  if (!('amount' in price) || typeof price.amount !== 'number') return true
  const currency = 'currency' in price ? price.currency : undefined
  return (
    paid.currency === currency && Math.round(paid.amount * 100) >= Math.round(price.amount * 100)
  )
}
