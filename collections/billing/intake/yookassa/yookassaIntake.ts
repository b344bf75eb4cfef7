import type { Endpoint, Payload } from 'payload'

import type { HttpClient } from '../../../../src/egress/httpClient.ts'
import { clientAddress } from '../../../../src/http/clientAddress.ts'
import { defineEndpoint } from '../../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../../src/http/jsonResponse.ts'
import { readBodyBytes } from '../../../../src/http/readBodyBytes.ts'
import { intakeLimit } from '../intakeLimit.ts'
import { parseJson } from '../parseJson.ts'
import type { PaymentIntakeOptions } from '../paymentIntakeOptions.ts'
import { paymentRefusals } from '../paymentRefusals.ts'
import { type RecordedPayment, recordPayment } from '../recordPayment.ts'
import { askYookassa } from './askYookassa.ts'
import { isYookassaAddress } from './isYookassaAddress.ts'
import {
  type YookassaSubject,
  yookassaPayment,
  yookassaRefund,
  yookassaSubject,
} from './yookassaNotice.ts'

const MAX_BYTES = 256 * 1024

/**
 * `POST /api/subscription-payments/intake/yookassa`: HTTP notifications of YooKassa. They are unsigned, so only those from its
 * addresses are read, and only what its API confirms is written. A payment is a subscription's when its `metadata` has
 * `subscription_id`; notifications of others are answered `ignored`, with 200, so that they are not repeated.
 */
export const yookassaIntake = ({ yookassa }: PaymentIntakeOptions): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/intake/yookassa',
    access: 'public',
    limit: intakeLimit,
    handle: async ({ payload, req, runtime }) => {
      if (!yookassa) throw paymentRefusals.notConfigured('yookassa')
      if (!isYookassaAddress(clientAddress(req))) {
        throw paymentRefusals.notGenuine('it does not come from an address of YooKassa', 403)
      }
      const subject = yookassaSubject(parseJson(await readBodyBytes(req, MAX_BYTES)))
      const recorded = subject && (await record(payload, runtime.http, yookassa, subject))
      return jsonResponse(recorded ?? { outcome: 'ignored' })
    },
  })

async function record(
  payload: Payload,
  http: HttpClient,
  options: NonNullable<PaymentIntakeOptions['yookassa']>,
  { id, kind }: YookassaSubject,
): Promise<RecordedPayment | undefined> {
  const refund =
    kind === 'refund'
      ? yookassaRefund(await askYookassa(http, options, `/refunds/${id}`))
      : undefined
  if (kind === 'refund' && !refund) return undefined
  const paymentId = refund?.externalId ?? id
  const payment = yookassaPayment(await askYookassa(http, options, `/payments/${paymentId}`))
  if (!payment) return undefined
  // A refund may be told before the payment's success.
  const recorded = await recordPayment(payload, payment)
  return refund ? recordPayment(payload, refund) : recorded
}
