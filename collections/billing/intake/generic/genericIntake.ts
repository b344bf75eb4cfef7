import type { Endpoint } from 'payload'

import { defineEndpoint } from '../../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../../src/http/jsonResponse.ts'
import { readBodyBytes } from '../../../../src/http/readBodyBytes.ts'
import { intakeLimit } from '../intakeLimit.ts'
import { parseJson } from '../parseJson.ts'
import type { PaymentIntakeOptions } from '../paymentIntakeOptions.ts'
import { paymentRefusals } from '../paymentRefusals.ts'
import { recordPayment } from '../recordPayment.ts'
import { genericNotice } from './genericNotice.ts'
import { verifySignature } from './verifySignature.ts'

const MAX_BYTES = 64 * 1024

/**
 * `POST /api/subscription-payments/intake/generic`: any system that signs by Standard Webhooks. Answers
 * `{ outcome, paymentId }` with 200; anything else asks to be told again.
 */
export const genericIntake = ({ generic }: PaymentIntakeOptions): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/intake/generic',
    access: 'public',
    limit: intakeLimit,
    handle: async ({ payload, req, runtime }) => {
      if (!generic) throw paymentRefusals.notConfigured('generic')
      const body = await readBodyBytes(req, MAX_BYTES)
      verifySignature({ ...generic, headers: req.headers, body, now: runtime.clock.now() })
      return jsonResponse(await recordPayment(payload, genericNotice(parseJson(body))))
    },
  })
