import type { Endpoint, Payload } from 'payload'
import * as z from 'zod'

import { defineEndpoint, type EndpointInput } from '../../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../../src/http/jsonResponse.ts'
import { readBodyBytes } from '../../../../src/http/readBodyBytes.ts'
import { intakeLimit } from '../intakeLimit.ts'
import { parseNotice } from '../parseNotice.ts'
import type { PaymentIntakeOptions } from '../paymentIntakeOptions.ts'
import { paymentRefusals } from '../paymentRefusals.ts'
import { recordPayment } from '../recordPayment.ts'
import { checkCloudPayment } from './checkCloudPayment.ts'
import {
  type CloudPaymentsKind,
  cloudPaymentsFields,
  cloudPaymentsKind,
  cloudPaymentsKinds,
  cloudPaymentsNotice,
} from './cloudPaymentsNotice.ts'
import { verifyHmac } from './verifyHmac.ts'

const MAX_BYTES = 64 * 1024

/**
 * `POST /api/subscription-payments/intake/cloudpayments/:kind` (check, pay, fail, confirm, refund, recurrent, cancel, receipt), and
 * without a kind for pay, fail and refund. Answers `{ "code": 0 }`; CloudPayments repeats what is answered otherwise.
 * A payment is a subscription's when its `Data` has `subscription_id` or its `SubscriptionId` is known here.
 */
export function cloudPaymentsIntake({ cloudpayments }: PaymentIntakeOptions): Endpoint[] {
  const handle = async (
    { payload, req }: EndpointInput<undefined, undefined>,
    kindInPath?: CloudPaymentsKind,
  ): Promise<Response> => {
    if (!cloudpayments) throw paymentRefusals.notConfigured('cloudpayments')
    const body = await readBodyBytes(req, MAX_BYTES)
    verifyHmac({ ...cloudpayments, headers: req.headers, body })
    const fields = cloudPaymentsFields(body, req.headers.get('content-type') ?? '')
    const code = await answerTo(payload, kindInPath ?? cloudPaymentsKind(fields), fields)
    return jsonResponse({ code })
  }
  const common = { method: 'post', access: 'public', limit: intakeLimit } as const
  return [
    defineEndpoint({
      ...common,
      path: '/intake/cloudpayments',
      handle: (input) => handle(input),
    }),
    defineEndpoint({
      ...common,
      path: '/intake/cloudpayments/:kind',
      handle: (input) => handle(input, parseNotice(kind, input.param('kind'))),
    }),
  ]
}

const kind = z.enum(cloudPaymentsKinds)

async function answerTo(
  payload: Payload,
  kind: CloudPaymentsKind,
  fields: unknown,
): Promise<number> {
  // They say nothing that the other kinds do not.
  if (kind === 'recurrent' || kind === 'cancel' || kind === 'receipt') return 0
  const notice = cloudPaymentsNotice(kind, fields)
  if (!notice) return 0
  if (kind === 'check') return checkCloudPayment(payload, notice)
  await recordPayment(payload, notice)
  return 0
}
