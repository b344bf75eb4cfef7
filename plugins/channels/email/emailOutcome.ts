import type { Attempt, Exchange, MailReceipt } from '../../../src/index.ts'

type Refusal = MailReceipt['rejected'][number]

/**
 * What a receipt means. When some recipients were accepted the mail counts as delivered, even if others were refused
 * only for now: trying again would send it a second time to those who have it. The note names who did not get it.
 */
export function emailOutcome(
  receipt: MailReceipt,
  exchange: Exchange,
  remarks: readonly string[],
): Attempt {
  const { accepted, rejected, messageId, transport, response } = receipt
  if (accepted.length === 0 && rejected.length > 0) return nobodyAccepted(rejected, exchange)

  const isLocal = transport === 'local'
  const notes = [
    ...(isLocal ? ['kept in the local outbox, no SMTP_URL is set'] : []),
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
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  }
}

/** Nodemailer throws here; other mail adapters may answer so. */
function nobodyAccepted(rejected: readonly Refusal[], exchange: Exchange): Attempt {
  const [first] = rejected
  const code = first?.code === null || first === undefined ? 'SMTP_REFUSED' : `SMTP_${first.code}`
  const reason = rejected.map(shown).join('; ')
  return rejected.some(isTransient)
    ? { outcome: 'unavailable', code, reason, exchange }
    : { outcome: 'rejected', code, reason, exchange }
}

function refusalNotes(rejected: readonly Refusal[]): string[] {
  const final = rejected.filter((one) => !isTransient(one)).map(shown)
  const temporary = rejected.filter(isTransient).map(shown)
  return [
    ...(final.length > 0 ? [`refused: ${final.join(', ')}`] : []),
    ...(temporary.length > 0
      ? [
          `refused for now and not tried again, the others already have the mail: ${temporary.join(', ')}`,
        ]
      : []),
  ]
}

function isTransient({ code }: Refusal): boolean {
  return code !== null && code >= 400 && code < 500
}

function shown({ address, reason }: Refusal): string {
  return `${address} (${reason.slice(0, 200)})`
}
