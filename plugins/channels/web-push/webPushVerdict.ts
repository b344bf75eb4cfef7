import {
  createReasons,
  type DeviceTry,
  parseRetryAfter,
  quoteOf,
  type ServiceAnswer,
} from '../../../src/index.ts'
import { webPushReasons } from './webPushReasons.ts'

const because = createReasons(webPushReasons)

type Verdict = DeviceTry extends infer Each
  ? Each extends DeviceTry
    ? Omit<Each, 'device'>
    : never
  : never

/** What a push service's answer means for one browser. */
export function webPushVerdict(
  answer: ServiceAnswer,
  facts: { service: string; confidential: readonly string[]; now: number },
): Verdict {
  if (!answer.isAnswer) return fromNetwork(answer.attempt)
  const { exchange, headers, status, text } = answer
  const { confidential, now, service } = facts
  const code = `WEB_PUSH_${status}`
  if (isTaken(status, text)) return { outcome: 'reached', code, exchange }
  if (status === 404 || status === 410) {
    return { outcome: 'gone', code, said: because('gone'), exchange }
  }
  if (status < 400 || status === 408 || status === 425) {
    return { outcome: 'busy', code, said: because('foreign', { status }), exchange }
  }
  if (status === 429 || status >= 500) {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
    const said = because(status === 429 ? 'busy' : 'broken', { service, status })
    const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
    return { outcome: 'busy', code, said, ...hint, exchange }
  }
  const detail = quoteOf(text, confidential) || String(status)
  const said = because(refusals[status] ?? 'refused', { service, status, detail })
  return { outcome: 'refused', code, said, exchange }
}

const refusals: Readonly<Record<number, keyof typeof webPushReasons>> = {
  401: 'keys',
  403: 'keys',
  413: 'too_large',
}

/** Success has nothing to say; a page under it is somebody else's. */
function isTaken(status: number, text: string): boolean {
  return status === 201 || ([200, 202, 204].includes(status) && !/^\s*</.test(text))
}

/** A failure on the way is final when the address itself is forbidden. */
function fromNetwork(attempt: Extract<ServiceAnswer, { isAnswer: false }>['attempt']): Verdict {
  const { code, exchange } = attempt
  const reason = attempt.outcome === 'delivered' ? code : attempt.reason
  const [first = { key: code, params: {} }] = attempt.reasons ?? []
  const outcome = attempt.outcome === 'rejected' ? 'refused' : 'busy'
  return { outcome, code, said: { reason, reasons: [first] }, exchange }
}
