import { createHmac } from 'node:crypto'

import { equalInTime } from '../../../../src/kernel/equalInTime.ts'
import { paymentRefusals } from '../paymentRefusals.ts'

type VerifyHmacOptions = { apiSecret: string; headers: Headers; body: Buffer }

/**
 * Checks `Content-HMAC` and `X-Content-HMAC`, base64 of HMAC-SHA-256 under the API's secret. One is made of the body as it
 * is sent and one of its decoded text, so either may fit either. FLOW_PAYMENT_NOT_GENUINE (401).
 */
export function verifyHmac({ apiSecret, body, headers }: VerifyHmacOptions): void {
  const given = [headers.get('content-hmac'), headers.get('x-content-hmac')].filter(
    (header) => header !== null,
  )
  if (given.length === 0) {
    throw paymentRefusals.notGenuine('Content-HMAC and X-Content-HMAC are missing')
  }
  const expected = [body, decoded(body)].map((message) =>
    createHmac('sha256', apiSecret).update(message).digest('base64'),
  )
  const isGenuine = given.some((header) => expected.some((each) => equalInTime(header, each)))
  if (!isGenuine) throw paymentRefusals.notGenuine('the signature does not fit')
}

/** The body without its URL encoding; a body that is none stays as it is. */
function decoded(body: Buffer): Buffer {
  try {
    return Buffer.from(decodeURIComponent(body.toString('utf8').replaceAll('+', ' ')))
  } catch {
    return body
  }
}
