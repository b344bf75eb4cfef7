import {
  type Attempt,
  createReasons,
  parseRetryAfter,
  quoteOf,
  remarksOf,
  type SaidReason,
} from '../../../src/index.ts'
import type { MailingAnswer, MailingVerdict } from './mailingProvider.ts'
import { mailingReasons } from './mailingReasons.ts'

const because = createReasons(mailingReasons)

type Facts = {
  verdict: MailingVerdict
  service: string
  http: MailingAnswer
  remarks: readonly SaidReason[]
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What an answer means for the delivery. */
export function mailingOutcome(facts: Facts): Attempt {
  const { confidential, http, remarks, service, verdict } = facts
  const { exchange, status } = http
  const prefix = service.toUpperCase()
  if (verdict.kind === 'done') {
    const { code, detail = '', receipt, remark } = verdict
    const more =
      remark === undefined ? [] : [because(remark, { detail: quoteOf(detail, confidential) })]
    const said = remarksOf([...remarks, ...more])
    return { outcome: 'delivered', code: `${prefix}_${code}`, receipt, exchange, ...said }
  }
  if (verdict.kind === 'foreign') {
    const key = status === 429 ? 'busy' : status >= 500 ? 'broken' : 'foreign'
    const said = because(key, { service, status, code: status })
    return { outcome: 'unavailable', code: `http_${status}`, ...said, ...hint(facts), exchange }
  }
  const code = `${prefix}_${verdict.code.replaceAll(/\W+/g, '_').toUpperCase()}`
  const detail = quoteOf(verdict.detail, confidential)
  const said = because(verdict.reason, { service, code: verdict.code, detail })
  if (verdict.isTemporary !== true && status < 500 && status !== 429) {
    return { outcome: 'rejected', code, ...said, exchange }
  }
  const least = verdict.waitMs === undefined ? {} : { retryAfterMs: verdict.waitMs }
  return { outcome: 'unavailable', code, ...said, ...least, ...hint(facts), exchange }
}

function hint({ http, now }: Facts): { retryAfterMs?: number } {
  const retryAfterMs = parseRetryAfter(http.headers['retry-after'], now)
  return retryAfterMs === undefined ? {} : { retryAfterMs }
}
