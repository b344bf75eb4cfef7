import { paymentRefusals } from './paymentRefusals.ts'

/** The JSON of a body. FLOW_PAYMENT_UNREADABLE (400). */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw paymentRefusals.unreadable(['body: is not JSON'])
  }
}
