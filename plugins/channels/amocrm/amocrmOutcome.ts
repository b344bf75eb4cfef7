import {
  type Attempt,
  createReasons,
  parseRetryAfter,
  quoteOf,
  type ServiceAnswer,
} from '../../../src/index.ts'
import type { AmocrmAnswer } from './amocrmAnswer.ts'
import { amocrmReasons } from './amocrmReasons.ts'

const because = createReasons(amocrmReasons)

type Failure = Exclude<AmocrmAnswer, { kind: 'done' | 'empty' }>

type Facts = {
  http: Pick<Extract<ServiceAnswer, { isAnswer: true }>, 'exchange' | 'headers'>
  confidential: readonly string[]
  /** Whether the account has a refresh token, so that another access token may come. */
  isRenewed: boolean
  /** Milliseconds since the epoch. */
  now: number
}

const SECOND_MS = 1000
/** Asking on while blocked makes a block longer. */
const BLOCKED_MS = 60 * 60 * 1000

/** What a failure means for the delivery. */
export function amocrmOutcome(failure: Failure, facts: Facts): Attempt {
  const { exchange } = facts.http
  if (failure.kind === 'moved') {
    const said = because('moved', { host: quoteOf(failure.host, facts.confidential) })
    return { outcome: 'rejected', code: 'AMOCRM_MOVED', ...said, exchange }
  }
  const { status } = failure
  const code = `AMOCRM_${status}`
  if (status === 429) {
    const retryAfterMs = Math.max(hintOf(facts) ?? 0, SECOND_MS)
    return { outcome: 'unavailable', code, ...because('busy', { status }), retryAfterMs, exchange }
  }
  const wait = waitOf(facts)
  if (status >= 500) {
    return { outcome: 'unavailable', code, ...because('broken', { status }), ...wait, exchange }
  }
  if (failure.kind === 'foreign') {
    return { outcome: 'unavailable', code, ...because('foreign', { status }), ...wait, exchange }
  }
  return refusal(failure, facts)
}

function refusal({ detail, status }: Extract<Failure, { kind: 'refused' }>, facts: Facts): Attempt {
  const { confidential, isRenewed } = facts
  const { exchange } = facts.http
  const code = `AMOCRM_${status}`
  const params = { detail: quoteOf(detail, confidential) }
  // No rights and a block after too many requests look the same: waiting loses nothing, whichever it is.
  if (status === 403) {
    const retryAfterMs = Math.max(hintOf(facts) ?? 0, BLOCKED_MS)
    return {
      outcome: 'unavailable',
      code,
      ...because('forbidden', params),
      retryAfterMs,
      exchange,
    }
  }
  // A try that began just before a renewal used the token before it.
  if (status === 401 && isRenewed) {
    return { outcome: 'unavailable', code, ...because('token_renewed', params), exchange }
  }
  const key = status === 401 ? 'token' : status === 402 ? 'unpaid' : 'refused'
  return { outcome: 'rejected', code, ...because(key, params), exchange }
}

function hintOf({ http, now }: Facts): number | undefined {
  return parseRetryAfter(http.headers['retry-after'], now)
}

function waitOf(facts: Facts): { retryAfterMs?: number } {
  const retryAfterMs = hintOf(facts)
  return retryAfterMs === undefined ? {} : { retryAfterMs }
}
