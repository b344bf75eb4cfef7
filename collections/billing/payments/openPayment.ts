import type { CollectionBeforeValidateHook } from 'payload'

import { readRow, type StoredRow } from '../../readRow.ts'
import { refuseField } from '../../refuseField.ts'

/**
 * Completes a new payment: the amount is the subscription's price, a new attempt of a failed payment counts on from
 * it. Refuses a `retryOf` that is not a failed payment of the same subscription.
 */
export const openPayment: CollectionBeforeValidateHook = async (args) => {
  const { collection, data, operation, req } = args
  if (operation !== 'create' || !data) return data
  const subscription = await readRow(req, 'subscriptions', data['subscription'])
  if (!subscription) return data
  const retried = await readRow(req, collection.slug, data['retryOf'])
  if (retried && !isFailedOf(retried, subscription)) {
    throw refuseField({
      req,
      collection: collection.slug,
      path: 'retryOf',
      message: {
        en: 'Only a failed payment of the same subscription can be tried again.',
        ru: 'Повторить можно только неудачный платёж той же подписки.',
      },
    })
  }
  const previous = typeof retried?.['attempt'] === 'number' ? retried['attempt'] : 0
  const isPriced = typeof data['amount']?.amount === 'number'
  return {
    ...data,
    attempt: data['attempt'] ?? previous + 1,
    ...(isPriced ? {} : { amount: subscription['price'] }),
  }
}

function isFailedOf(payment: StoredRow, subscription: StoredRow): boolean {
  return payment['status'] === 'failed' && payment['subscription'] === subscription.id
}
