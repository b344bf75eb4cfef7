import type { Payload } from 'payload'

import { FlowError } from '../../../../src/kernel/flowError.ts'
import { findSubscription } from '../findSubscription.ts'
import { isPriceMet } from '../isPriceMet.ts'
import type { PaymentNotice } from '../paymentNotice.ts'

/** Answers to a check, in the words of CloudPayments. */
export type CheckCode = 0 | 10 | 12 | 13

/** Whether a payment may go on: 10 unknown subscription, 12 wrong sum, 13 cancelled subscription, 0 yes. */
export async function checkCloudPayment(
  payload: Payload,
  notice: PaymentNotice,
): Promise<CheckCode> {
  try {
    const subscription = await findSubscription(payload, { req: {} }, notice)
    if (subscription['status'] === 'cancelled') return 13
    return isPriceMet(notice.amount, subscription['price']) ? 0 : 12
  } catch (error) {
    if (error instanceof FlowError && error.code === 'FLOW_PAYMENT_SUBSCRIPTION_UNKNOWN') return 10
    throw error
  }
}
