import {
  type Attempt,
  createReasons,
  parseRetryAfter,
  quoteOf,
  remarksOf,
} from '../../../src/index.ts'
import type { RenderedSms } from './renderSms.ts'
import type { SmsAnswer, SmsProvider } from './smsProvider.ts'
import { smsReasons } from './smsReasons.ts'

const because = createReasons(smsReasons)

type Facts = {
  provider: SmsProvider
  answer: SmsAnswer
  sms: Pick<RenderedSms, 'to' | 'remarks' | 'segments' | 'encoding'>
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What an answer to a sent message means for the delivery: the service took it, and tells later whether it arrived. */
export function smsOutcome(facts: Facts): Attempt {
  const { answer, provider, sms } = facts
  const { exchange, status } = answer
  const service = provider.name
  const verdict = provider.judge(answer)
  if (verdict.kind === 'sent') {
    const { messageId, remark } = verdict
    return {
      outcome: 'delivered',
      code: `${codeOf(service)}_ACCEPTED`,
      receipt: { messageId, segments: sms.segments, encoding: sms.encoding },
      exchange,
      ...remarksOf([
        ...sms.remarks,
        ...(remark === undefined ? [] : [because(remark, { service })]),
      ]),
    }
  }
  if (verdict.kind === 'foreign') {
    const key = status === 429 ? 'busy' : status >= 500 ? 'broken' : 'foreign'
    const said = because(key, { service, status, code: status })
    return { outcome: 'unavailable', code: `http_${status}`, ...said, ...hint(facts), exchange }
  }
  const code = `${codeOf(service)}_${verdict.code}`
  const detail = quoteOf(verdict.detail, facts.confidential)
  const said = because(verdict.reason, { service, code: verdict.code, detail })
  if (verdict.isTemporary === true || status >= 500 || status === 429) {
    const least = verdict.waitMs === undefined ? {} : { retryAfterMs: verdict.waitMs }
    return { outcome: 'unavailable', code, ...said, ...least, ...hint(facts), exchange }
  }
  const { suppress } = verdict
  const alone = suppress === undefined ? {} : { suppress: { address: sms.to, reason: suppress } }
  return { outcome: 'rejected', code, ...said, ...alone, exchange }
}

const codeOf = (service: string): string => service.replaceAll('.', '').toUpperCase()

function hint({ answer, now }: Facts): { retryAfterMs?: number } {
  const retryAfterMs = parseRetryAfter(answer.headers['retry-after'], now)
  return retryAfterMs === undefined ? {} : { retryAfterMs }
}
