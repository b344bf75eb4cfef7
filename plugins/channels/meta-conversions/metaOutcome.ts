import * as z from 'zod'

import {
  type Attempt,
  createReasons,
  noteOf,
  parseRetryAfter,
  quoteOf,
  type SaidReason,
  type ServiceAnswer,
} from '../../../src/index.ts'
import { metaReasons } from './metaReasons.ts'

const because = createReasons(metaReasons)

const refusal = z.object({
  error: z.object({
    code: z.int(),
    error_subcode: z.int().optional().catch(undefined),
    message: z.string().catch(''),
    error_user_msg: z.string().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
    fbtrace_id: z.string().optional().catch(undefined),
  }),
})
const success = z.object({
  events_received: z.int(),
  messages: z.array(z.string()).catch([]),
  fbtrace_id: z.string().optional().catch(undefined),
})
/** Limits of the app, the user and the account; 80000 to 80014 are those of business use cases. */
const busyCodes: ReadonlySet<number> = new Set([4, 17, 32, 341, 613])
const brokenCodes: ReadonlySet<number> = new Set([1, 2])
const tokenCodes: ReadonlySet<number> = new Set([10, 102, 190, 200])

type Facts = {
  http: Extract<ServiceAnswer, { isAnswer: true }>
  remarks: readonly SaidReason[]
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What an answer of the Graph API to posted events means. */
export function metaOutcome({ confidential, http, now, remarks }: Facts): Attempt {
  const { exchange, status } = http
  const refused = refusal.safeParse(http.json)
  if (refused.success) return judged(refused.data.error, { confidential, http, now })
  const read = success.safeParse(http.json)
  if (status !== 200 || !read.success) {
    const key = status === 429 ? 'busy' : status >= 500 ? 'broken' : 'foreign'
    const said = because(key, { status, code: status })
    return { outcome: 'unavailable', code: `http_${status}`, ...said, ...hint(http, now), exchange }
  }
  const { events_received: count, fbtrace_id: trace, messages } = read.data
  if (count < 1)
    return { outcome: 'rejected', code: 'META_NOT_RECEIVED', ...because('not_received'), exchange }
  const all = [
    ...remarks,
    ...messages.map((text) => because('said', { detail: quoteOf(text, confidential) })),
  ]
  return {
    outcome: 'delivered',
    code: 'META_OK',
    exchange,
    ...(trace === undefined ? {} : { receipt: { traceId: trace } }),
    ...noteOf(all),
  }
}

type MetaRefusal = z.output<typeof refusal>['error']

function judged(
  error: MetaRefusal,
  { confidential, http, now }: Pick<Facts, 'confidential' | 'http' | 'now'>,
): Attempt {
  const { code: number, error_subcode: subcode, is_transient: isTransient } = error
  const code = `META_${number}${subcode === undefined ? '' : `_${subcode}`}`
  const detail = quoteOf(error.error_user_msg ?? error.message, confidential)
  const { exchange } = http
  const isBusy =
    busyCodes.has(number) || (number >= 80_000 && number <= 80_014) || http.status === 429
  if (isBusy)
    return {
      outcome: 'unavailable',
      code,
      ...because('busy', { code: number }),
      ...hint(http, now),
      exchange,
    }
  if (isTransient === true || brokenCodes.has(number) || http.status >= 500)
    return {
      outcome: 'unavailable',
      code,
      ...because('broken', { code: number }),
      ...hint(http, now),
      exchange,
    }
  const key = tokenCodes.has(number) ? 'token' : 'refused'
  return { outcome: 'rejected', code, ...because(key, { detail }), exchange }
}

function hint({ headers }: Facts['http'], now: number): { retryAfterMs?: number } {
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
  return retryAfterMs === undefined ? {} : { retryAfterMs }
}
