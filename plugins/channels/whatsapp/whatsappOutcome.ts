import {
  type Attempt,
  createReasons,
  parseRetryAfter,
  quoteOf,
  remarksOf,
  type SaidReason,
  type ServiceAnswer,
} from '../../../src/index.ts'
import type { WhatsappAnswer } from './whatsappAnswer.ts'
import { whatsappReasons } from './whatsappReasons.ts'
import { whatsappRefusal } from './whatsappRefusal.ts'

const because = createReasons(whatsappReasons)

type Facts = {
  answer: WhatsappAnswer
  http: Extract<ServiceAnswer, { isAnswer: true }>
  remarks: readonly SaidReason[]
  /** E.164. */
  recipient: string
  confidential: readonly string[]
  /** Milliseconds since the epoch. */
  now: number
}

/** What an answer to a posted message means for the delivery: Meta took it, and tells later whether it arrived. */
export function whatsappOutcome(facts: Facts): Attempt {
  const { answer, http, remarks } = facts
  const { exchange, status } = http
  if (answer.kind === 'refused') return refusal(answer, facts)
  if (answer.kind === 'foreign') {
    const said = because('foreign', { status })
    const hinted = status === 429 ? hint(facts) : {}
    return { outcome: 'unavailable', code: `http_${status}`, ...said, ...hinted, exchange }
  }
  const { isHeld, messageId, recipient } = answer
  return {
    outcome: 'delivered',
    code: 'WHATSAPP_ACCEPTED',
    receipt: { messageId, ...(recipient === undefined ? {} : { recipient }) },
    exchange,
    ...remarksOf([...remarks, ...(isHeld ? [because('held_for_review')] : [])]),
  }
}

function refusal(
  { code: number, detail: said }: Extract<WhatsappAnswer, { kind: 'refused' }>,
  facts: Facts,
): Attempt {
  const { exchange, status } = facts.http
  const code = `WHATSAPP_${number}`
  const { isTemporary, key, suppress, waitMs } = whatsappRefusal(number)
  const detail = quoteOf(said, facts.confidential)
  const isUnknown = key === 'refused'
  if (!isTemporary && !(isUnknown && (status >= 500 || status === 429))) {
    const alone = suppress ? { suppress: { address: facts.recipient, reason: suppress } } : {}
    return { outcome: 'rejected', code, ...because(key, { detail }), ...alone, exchange }
  }
  const reason = because(isUnknown ? 'broken' : key, { code: number, detail })
  const least = waitMs === undefined ? {} : { retryAfterMs: waitMs }
  return { outcome: 'unavailable', code, ...reason, ...least, ...hint(facts), exchange }
}

/** Meta documents no such header; some answers have it all the same. */
function hint({ http, now }: Facts): { retryAfterMs?: number } {
  const retryAfterMs = parseRetryAfter(http.headers['retry-after'], now)
  return retryAfterMs === undefined ? {} : { retryAfterMs }
}
