import { standardSignatureProblem } from '../../../../src/kernel/standardSignature.ts'
import { paymentRefusals } from '../paymentRefusals.ts'

type VerifyOptions = {
  secrets: readonly string[]
  headers: Headers
  body: Buffer
  /** Milliseconds since the Unix epoch. */
  now: number
}

/**
 * Checks a Standard Webhooks signature (`webhook-id`, `-timestamp`, `-signature`) over the raw body.
 * FLOW_PAYMENT_NOT_GENUINE (401).
 */
export function verifySignature({ headers, ...rest }: VerifyOptions): void {
  const problem = standardSignatureProblem({ ...rest, header: (name) => headers.get(name) })
  if (problem !== null) throw paymentRefusals.notGenuine(problem)
}
