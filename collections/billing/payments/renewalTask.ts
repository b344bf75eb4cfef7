import { isoDate } from '../isoDate.ts'

type Payment = Readonly<Record<string, unknown>>

/** Names of what a payment leaves to do on its subscription; the same before and after the payment is written. */
export const renewalTask = {
  success: ({ appliedAt, periodEnd, subscription }: Payment): string =>
    ['success', subscription, isoDate(appliedAt), isoDate(periodEnd)].join('|'),
  failure: ({ subscription }: Payment): string => `failure|${String(subscription)}`,
}
