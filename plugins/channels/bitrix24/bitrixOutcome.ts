import {
  type Attempt,
  createReasons,
  parseRetryAfter,
  quoteOf,
  type SaidReason,
  type ServiceAnswer,
} from '../../../src/index.ts'
import type { BitrixAnswer } from './bitrixAnswer.ts'
import { bitrixReasons } from './bitrixReasons.ts'

const because = createReasons(bitrixReasons)

type Key = keyof typeof bitrixReasons
type Failure = Exclude<BitrixAnswer, { kind: 'done' }>

type Facts = {
  http: Extract<ServiceAnswer, { isAnswer: true }>
  confidential: readonly string[]
  /** When the time that methods may run is counted anew, seconds since the epoch, as an earlier answer said. */
  resetAt: number | undefined
  /** Milliseconds since the epoch. */
  now: number
}

const MAX_OPERATING_WAIT_MS = 10 * 60 * 1000

const known: Readonly<Record<string, { key: Key; isTemporary?: true }>> = {
  QUERY_LIMIT_EXCEEDED: { key: 'busy', isTemporary: true },
  OPERATION_TIME_LIMIT: { key: 'busy', isTemporary: true },
  INTERNAL_SERVER_ERROR: { key: 'broken', isTemporary: true },
  ERROR_UNEXPECTED_ANSWER: { key: 'broken', isTemporary: true },
  OVERLOAD_LIMIT: { key: 'blocked' },
  PORTAL_DELETED: { key: 'gone' },
  NO_AUTH_FOUND: { key: 'webhook' },
  INVALID_CREDENTIALS: { key: 'webhook' },
  expired_token: { key: 'webhook' },
  insufficient_scope: { key: 'forbidden' },
  user_access_error: { key: 'forbidden' },
  allowed_only_intranet_user: { key: 'forbidden' },
  ACCESS_DENIED: { key: 'forbidden' },
}

/** What a failure means for the delivery. The code decides; the status only for codes that are not known. */
export function bitrixOutcome(failure: Failure, facts: Facts): Attempt {
  const { confidential, http } = facts
  const { exchange, status } = http
  if (failure.kind === 'moved') {
    const said = because('moved', { host: quoteOf(failure.host, confidential) })
    return { outcome: 'rejected', code: 'BITRIX24_MOVED', ...said, exchange }
  }
  if (failure.kind === 'foreign') {
    const said: SaidReason =
      status === 429
        ? because('busy', { code: status })
        : status >= 500
          ? because('broken', { code: status })
          : because('foreign', { status })
    return { outcome: 'unavailable', code: `http_${status}`, ...said, ...hint(facts), exchange }
  }
  const word = failure.code.replaceAll(/\W+/g, '_').slice(0, 60)
  const code = `BITRIX24_${word.toUpperCase()}`
  const found = known[failure.code]
  const isTemporary = found ? found.isTemporary === true : status >= 500 || status === 429
  const detail = quoteOf(failure.detail, confidential)
  if (!isTemporary) {
    return { outcome: 'rejected', code, ...because(found?.key ?? 'refused', { detail }), exchange }
  }
  const isWorn = failure.code === 'OPERATION_TIME_LIMIT'
  const wait = isWorn ? { retryAfterMs: operatingWait(facts) } : {}
  const said = because(found?.key ?? 'broken', { code: quoteOf(failure.code) })
  return { outcome: 'unavailable', code, ...said, ...wait, ...hint(facts), exchange }
}

function operatingWait({ now, resetAt }: Facts): number {
  const wait = resetAt === undefined ? MAX_OPERATING_WAIT_MS : resetAt * 1000 - now
  return Math.min(Math.max(wait, 1000), MAX_OPERATING_WAIT_MS)
}

/** Not documented; proxies in between send it. */
function hint({ http, now }: Facts): { retryAfterMs?: number } {
  const retryAfterMs = parseRetryAfter(http.headers['retry-after'], now)
  return retryAfterMs === undefined ? {} : { retryAfterMs }
}
