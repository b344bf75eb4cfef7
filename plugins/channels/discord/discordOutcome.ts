import {
  type Attempt,
  createReasons,
  parseRetryAfter,
  quoteOf,
  remarksOf,
  type SaidReason,
  type ServiceAnswer,
} from '../../../src/index.ts'
import type { DiscordAnswer } from './discordAnswer.ts'
import { discordReasons } from './discordReasons.ts'

const because = createReasons(discordReasons)
const DAY_SECONDS = 24 * 60 * 60
const UNKNOWN_WEBHOOK = 10_015
const INVALID_TOKEN = 50_027

type Facts = {
  answer: DiscordAnswer
  http: Extract<ServiceAnswer, { isAnswer: true }>
  remarks: readonly SaidReason[]
  /** The address is the subscription's own: when it is gone, so is the target. */
  isOwn: boolean
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What an answer to a posted message means for the delivery. */
export function discordOutcome(facts: Facts): Attempt {
  const { answer, confidential, http, isOwn } = facts
  const { exchange, status } = http
  if (answer.kind === 'done') return delivered(answer, facts)
  const code = answer.kind === 'refused' ? `DISCORD_${answer.code || status}` : `http_${status}`
  // Cloudflare stands in front and limits too, without JSON.
  if (status === 429)
    return { outcome: 'unavailable', code, ...because('busy'), ...hint(facts), exchange }
  if (status >= 500)
    return { outcome: 'unavailable', code, ...because('broken', { status }), exchange }
  if (answer.kind === 'foreign') {
    return { outcome: 'unavailable', code, ...because('foreign', { status }), exchange }
  }
  const gone = isOwn ? { isGone: true } : {}
  if (answer.code === UNKNOWN_WEBHOOK) {
    return { outcome: 'rejected', code, ...because('gone'), ...gone, exchange }
  }
  if (answer.code === INVALID_TOKEN) {
    return { outcome: 'rejected', code, ...because('token'), ...gone, exchange }
  }
  const detail = quoteOf(answer.detail, confidential)
  return { outcome: 'rejected', code, ...because('refused', { detail }), exchange }
}

/** The body's seconds have a fraction, the header's are whole. */
function hint({ answer, http, now }: Facts): { retryAfterMs?: number } {
  const seconds = answer.kind === 'refused' ? answer.retryAfterSeconds : undefined
  const retryAfterMs =
    seconds === undefined
      ? parseRetryAfter(http.headers['retry-after'], now)
      : Math.ceil(Math.min(seconds, DAY_SECONDS) * 1000)
  return retryAfterMs === undefined ? {} : { retryAfterMs }
}

function delivered(
  { channelId, messageId }: Extract<DiscordAnswer, { kind: 'done' }>,
  { http: { exchange, status }, remarks }: Facts,
): Attempt {
  return {
    outcome: 'delivered',
    code: `DISCORD_${status}`,
    receipt: { messageId, channelId },
    exchange,
    ...remarksOf(remarks),
  }
}
