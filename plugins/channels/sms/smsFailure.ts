import { createReasons, quoteOf, type StatusReport } from '../../../src/index.ts'
import { smsReasons } from './smsReasons.ts'

/** The part of a report that says why a message did not arrive: `SMSRU_104`. */
export function smsFailure(
  service: string,
  status: string,
): Pick<StatusReport, 'code' | 'reason' | 'reasons'> {
  const word = quoteOf(status).slice(0, 60)
  return {
    code: `${service}_${word.replaceAll(/[^\w]+/g, '_')}`,
    ...createReasons(smsReasons)('undelivered', { status: word }),
  }
}
