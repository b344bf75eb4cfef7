import {
  type Attempt,
  createReasons,
  noteOf,
  parseRetryAfter,
  quoteOf,
  type SaidReason,
  type ServiceAnswer,
} from '../../../src/index.ts'
import { httpRequestReasons } from './httpRequestReasons.ts'
import { readStatusSet } from './readStatusSet.ts'
import type { HttpRequestTarget } from './httpRequestTarget.ts'

const because = createReasons(httpRequestReasons)

type Facts = {
  http: Extract<ServiceAnswer, { isAnswer: true }>
  target: HttpRequestTarget
  remarks: readonly SaidReason[]
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What an answer means: an expected status, and then what the body says. */
export function httpRequestOutcome(facts: Facts): Attempt {
  const { http, now, target } = facts
  const { exchange, headers, status } = http
  const code = `http_${status}`
  const expected = readStatusSet(target.expectedStatus) ?? []
  if (expected.some(([from, to]) => status >= from && status <= to)) return judgedByBody(facts)
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
  const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
  const key = keyOf(status)
  const said = because(key, { status })
  if (status === 410) return { outcome: 'rejected', code, ...said, isGone: true, exchange }
  if (key === 'refused' && !target.isRefusalRetried)
    return { outcome: 'rejected', code, ...said, exchange }
  return { outcome: 'unavailable', code, ...said, ...hint, exchange }
}

/** 408, 425 and 429 are client errors by number only: they ask for another try. */
function keyOf(status: number): keyof typeof httpRequestReasons {
  if (status < 300) return 'unexpected'
  if (status < 400) return 'redirect'
  if (status === 410) return 'gone'
  if (status === 408 || status === 425 || status === 429) return 'busy'
  return status < 500 ? 'refused' : 'broken'
}

function judgedByBody({ confidential, http, remarks, target }: Facts): Attempt {
  const { exchange, status } = http
  const { answerEquals, answerPath, isAnswerFinal } = target
  const delivered: Attempt = {
    outcome: 'delivered',
    code: `http_${status}`,
    exchange,
    ...noteOf(remarks),
  }
  if (answerPath === null) return delivered
  const answer = parsed(http.text)
  if (answer === undefined)
    return {
      outcome: 'unavailable',
      code: 'HTTP_ANSWER_UNREADABLE',
      ...because('unreadable'),
      exchange,
    }
  const found = valueAt(answer.value, answerPath)
  const isRight = answerEquals === null ? found !== undefined : scalarText(found) === answerEquals
  if (isRight) return delivered
  const shown = quoteOf(scalarText(found) ?? JSON.stringify(found) ?? '', confidential)
  const said =
    found === undefined
      ? because('absent_inside', { path: answerPath })
      : because('failed_inside', { path: answerPath, found: shown })
  const outcome = isAnswerFinal ? 'rejected' : 'unavailable'
  return { outcome, code: 'HTTP_ANSWER_FAILED', ...said, exchange }
}

/** An answer that was cut for its length may still be whole, when what was cut is space. */
function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    return (value as Record<string, unknown>)[step]
  }, root)
}

function scalarText(value: unknown): string | undefined {
  return typeof value === 'object' || value === undefined ? undefined : String(value)
}
