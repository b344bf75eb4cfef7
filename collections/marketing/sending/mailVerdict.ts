/**
 * What a failed letter means: the mail server cannot be used at all (`stop`), it wants to be asked later (`later`),
 * it refuses this letter (`refused`), or there is no such mailbox (`bounced`).
 */
export type MailVerdict = { kind: 'stop' | 'later' | 'refused' | 'bounced'; reason: string }

const serverCodes: ReadonlySet<unknown> = new Set([
  'EAUTH',
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'EDNS',
  'ENOAUTH',
  'EOAUTH2',
  'EPIPE',
  'ESOCKET',
  'ETIMEDOUT',
  'ETLS',
  'FLOW_MAIL_OUTBOX_FAILED',
])

/** Judges an error of the mailer. RFC 3463: `5.1.x` says that the address is bad. */
export function mailVerdict(error: unknown): MailVerdict {
  const { code, message, response, responseCode } = membersOf(error)
  const reason = String(response ?? message ?? error).slice(0, 500)
  if (serverCodes.has(code)) return { kind: 'stop', reason }
  if (typeof responseCode !== 'number') return { kind: 'refused', reason }
  if (responseCode === 421) return { kind: 'stop', reason }
  if (responseCode < 500) return { kind: 'later', reason }
  return { kind: /\b5\.1\.\d{1,3}\b/.test(reason) ? 'bounced' : 'refused', reason }
}

type MailErrorMembers = {
  code?: unknown
  message?: unknown
  response?: unknown
  responseCode?: unknown
}

const membersOf = (error: unknown): MailErrorMembers =>
  typeof error === 'object' && error !== null ? error : {}
