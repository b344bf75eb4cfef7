import {
  type Attempt,
  createReasons,
  parseRetryAfter,
  quoteOf,
  remarksOf,
  type SaidReason,
  type ServiceAnswer,
} from '../../../src/index.ts'
import { slackReasons } from './slackReasons.ts'

const because = createReasons(slackReasons)

type Key = keyof typeof slackReasons

/** Slack's words. They say more than the status, which has changed for some of them over the years. */
const words: Readonly<Record<string, { key: Key; isGone?: true }>> = {
  no_service: { key: 'gone', isGone: true },
  no_service_id: { key: 'gone', isGone: true },
  no_active_hooks: { key: 'gone', isGone: true },
  no_team: { key: 'gone', isGone: true },
  channel_not_found: { key: 'room_gone', isGone: true },
  channel_is_archived: { key: 'room_gone', isGone: true },
  invalid_token: { key: 'token' },
  action_prohibited: { key: 'forbidden' },
  posting_to_general_channel_denied: { key: 'forbidden' },
  team_disabled: { key: 'forbidden' },
}

type Facts = {
  http: Extract<ServiceAnswer, { isAnswer: true }>
  remarks: readonly SaidReason[]
  /** The address is the subscription's own: when it is gone, so is the target. */
  isOwn: boolean
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What an answer to a posted message means: the text `ok` under 200 is success, and nothing else is. */
export function slackOutcome({ confidential, http, isOwn, now, remarks }: Facts): Attempt {
  const { exchange, headers, status } = http
  const word = wordOf(http.text)
  if (status === 200 && word === 'ok') {
    return { outcome: 'delivered', code: 'SLACK_OK', exchange, ...remarksOf(remarks) }
  }
  const code = word === null ? `http_${status}` : `SLACK_${word.toUpperCase()}`
  if (status === 429 || word === 'rate_limited') {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], now)
    const hint = retryAfterMs === undefined ? {} : { retryAfterMs }
    return { outcome: 'unavailable', code, ...because('busy'), ...hint, exchange }
  }
  if (status >= 500 || word === 'rollup_error') {
    return { outcome: 'unavailable', code, ...because('broken', { status }), exchange }
  }
  // Slack refuses with a word; a page of HTML is somebody else's.
  if (word === null || status < 400) {
    return { outcome: 'unavailable', code, ...because('foreign', { status }), exchange }
  }
  const { isGone, key } = words[word] ?? { key: 'refused' as const }
  const said = because(key, { word: quoteOf(word, confidential) })
  return { outcome: 'rejected', code, ...said, ...(isGone && isOwn ? { isGone } : {}), exchange }
}

/** The one word of an answer; null when it is something else. */
function wordOf(text: string): string | null {
  return /^\s*([a-z][a-z_]{1,60})\s*$/.exec(text)?.[1] ?? null
}
