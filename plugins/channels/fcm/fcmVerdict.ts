import * as z from 'zod'

import {
  createReasons,
  type DeviceTry,
  parseRetryAfter,
  quoteOf,
  type ServiceAnswer,
} from '../../../src/index.ts'
import { type FcmFailure, fcmFailure } from './fcmFailure.ts'
import { fcmReasons } from './fcmReasons.ts'

const because = createReasons(fcmReasons)
/** Where FCM names no time of its own after a quota. */
const QUOTA_WAIT_MS = 60_000

const taken = z.object({ name: z.string().regex(/^projects\/[^/]+\/messages\//) })
/** A check names no message. */
const checked = z.object({ name: z.string() })

/** What became of one message, without its device. */
export type FcmVerdict = DeviceTry extends infer Each
  ? Each extends DeviceTry
    ? Omit<Each, 'device'>
    : never
  : never

/** What FCM's answer means for one device. */
export function fcmVerdict(
  answer: ServiceAnswer,
  {
    confidential,
    isCheck = false,
    now,
  }: { confidential: readonly string[]; isCheck?: boolean; now: number },
): FcmVerdict {
  if (!answer.isAnswer) return fromNetwork(answer.attempt)
  const { exchange, headers, json, status } = answer
  const read = (isCheck ? checked : taken).safeParse(json)
  if (status === 200 && read.success) {
    return { outcome: 'reached', code: 'FCM_200', messageId: read.data.name, exchange }
  }
  const failure = fcmFailure(json)
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
  const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
  if (failure === undefined) {
    const key = status === 429 ? 'busy' : status >= 500 ? 'broken' : 'foreign'
    const said = because(key, { status, code: status })
    return { outcome: 'busy', code: `http_${status}`, said, ...hint, exchange }
  }
  const code = `FCM_${failure.code}`
  const detail = quoteOf(failure.message || failure.code, confidential)
  switch (meaningOf(failure, status)) {
    case 'gone':
      return { outcome: 'gone', code, said: because('gone'), exchange }
    case 'busy':
      return {
        outcome: 'busy',
        code,
        said: because('busy'),
        retryAfterMs: QUOTA_WAIT_MS,
        ...hint,
        exchange,
      }
    case 'broken':
      return {
        outcome: 'busy',
        code,
        said: because('broken', { code: failure.code }),
        ...hint,
        exchange,
      }
    case 'sender':
      return { outcome: 'refused', code, said: because('sender'), exchange }
    case 'apple':
      return { outcome: 'refused', code, said: because('apple'), exchange }
    case 'account':
      return { outcome: 'refused', code, said: because('account', { detail }), exchange }
    default:
      return { outcome: 'refused', code, said: because('refused', { detail }), exchange }
  }
}

function meaningOf({ code, isTokenWrong }: FcmFailure, status: number): string {
  if (code === 'UNREGISTERED' || isTokenWrong) return 'gone'
  if (code === 'SENDER_ID_MISMATCH') return 'sender'
  if (code === 'THIRD_PARTY_AUTH_ERROR') return 'apple'
  if (code === 'QUOTA_EXCEEDED' || status === 429) return 'busy'
  if (status >= 500) return 'broken'
  if (status === 401 || status === 403) return 'account'
  return 'refused'
}

/** A failure on the way is final when the address itself is forbidden. */
function fromNetwork(attempt: Extract<ServiceAnswer, { isAnswer: false }>['attempt']): FcmVerdict {
  const { code, exchange } = attempt
  const reason = attempt.outcome === 'delivered' ? code : attempt.reason
  const [first = { key: code, params: {} }] = attempt.reasons ?? []
  const outcome = attempt.outcome === 'rejected' ? 'refused' : 'busy'
  const hint =
    attempt.outcome === 'unavailable' && attempt.retryAfterMs !== undefined && outcome === 'busy'
      ? { retryAfterMs: attempt.retryAfterMs }
      : {}
  return { outcome, code, said: { reason, reasons: [first] }, ...hint, exchange }
}
