import {
  type Attempt,
  createReasons,
  type Exchange,
  type MailReceipt,
  type SaidReason,
} from '../../../src/index.ts'
import { emailReasons } from './emailReasons.ts'

const because = createReasons(emailReasons)

type Refusal = MailReceipt['rejected'][number]

/**
 * What a receipt means. When some recipients were accepted the mail counts as delivered, even if others were refused
 * only for now: trying again would send it a second time to those who have it. The note names who did not get it.
 */
export function emailOutcome(
  receipt: MailReceipt,
  exchange: Exchange,
  remarks: readonly SaidReason[],
): Attempt {
  const { accepted, rejected, messageId, transport, response } = receipt
  if (accepted.length === 0 && rejected.length > 0) return nobodyAccepted(rejected, exchange)

  const isLocal = transport === 'local'
  const notes = [
    ...(isLocal ? [because('local_outbox')] : []),
    ...refusalNotes(rejected),
    ...remarks,
  ]
  return {
    outcome: 'delivered',
    code: isLocal ? 'LOCAL_OUTBOX' : rejected.length > 0 ? 'SMTP_PARTIAL' : 'SMTP_ACCEPTED',
    receipt: {
      messageId,
      transport,
      response,
      accepted,
      refused: rejected.map((one) => ({ ...one, isTransient: isTransient(one) })),
    },
    exchange,
    ...(notes.length > 0
      ? {
          note: notes.map(({ reason }) => reason).join('; '),
          reasons: notes.flatMap(({ reasons }) => reasons),
        }
      : {}),
  }
}

/** Nodemailer throws here; other mail adapters may answer so. */
function nobodyAccepted(rejected: readonly Refusal[], exchange: Exchange): Attempt {
  const [first] = rejected
  const code = first?.code === null || first === undefined ? 'SMTP_REFUSED' : `SMTP_${first.code}`
  const said = because('nobody_accepted', { list: rejected.map(shown).join('; ') })
  return rejected.some(isTransient)
    ? { outcome: 'unavailable', code, ...said, exchange }
    : { outcome: 'rejected', code, ...said, exchange }
}

function refusalNotes(rejected: readonly Refusal[]): SaidReason[] {
  const final = rejected.filter((one) => !isTransient(one)).map(shown)
  const temporary = rejected.filter(isTransient).map(shown)
  return [
    ...(final.length > 0 ? [because('refused', { list: final.join(', ') })] : []),
    ...(temporary.length > 0 ? [because('refused_for_now', { list: temporary.join(', ') })] : []),
  ]
}

function isTransient({ code }: Refusal): boolean {
  return code !== null && code >= 400 && code < 500
}

function shown({ address, reason }: Refusal): string {
  return `${address} (${reason.slice(0, 200)})`
}
