import * as z from 'zod'

import {
  type CallbackRequest,
  type CallbackResult,
  createReasons,
  quoteOf,
  standardSignatureProblem,
  type StatusReport,
} from '../../../src/index.ts'
import { emailReasons } from './emailReasons.ts'

const because = createReasons(emailReasons)

const report = z.object({
  messageId: z.string().trim().min(1).max(500),
  status: z.enum(['delivered', 'read', 'bounced', 'complained']),
  address: z.string().trim().min(3).max(320).optional(),
  /** A hard bounce: the mailbox does not exist. */
  isPermanent: z.boolean().optional(),
  code: z.string().max(100).optional(),
  reason: z.string().max(2000).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
})
const body = z.object({ reports: z.array(report).max(1000) })

/**
 * What a mail service, or a script that reads bounces, says of letters: JSON, signed by Standard Webhooks. The message is
 * named by its Message-ID.
 */
export function readMailStatuses(
  { body: bytes, headers, method }: CallbackRequest,
  { now, secrets }: { secrets: readonly string[]; now: number },
): CallbackResult {
  if (method !== 'POST') return { kind: 'refused', status: 400, reason: 'POST only' }
  const header = (name: string) => headers[name]
  const problem = standardSignatureProblem({ secrets, header, body: bytes, now })
  if (problem !== null) return { kind: 'refused', status: 401, reason: problem }
  const read = body.safeParse(parsed(bytes))
  if (read.success) return { kind: 'reports', reports: read.data.reports.map(toReport) }
  const [issue] = read.error.issues
  const reason = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()
  return { kind: 'refused', status: 400, reason }
}

function toReport(given: z.output<typeof report>): StatusReport {
  const { address, at, code, isPermanent, messageId, reason, status } = given
  const isBounce = status === 'bounced'
  const line = quoteOf(reason ?? code ?? '—')
  const why = isBounce && isPermanent === true ? 'invalid' : 'complained'
  const isListed = address !== undefined && (status === 'complained' || why === 'invalid')
  return {
    messageId: messageId.startsWith('<') ? messageId : `<${messageId}>`,
    // Who complains has the letter.
    status: isBounce ? 'failed' : status === 'complained' ? 'delivered' : status,
    ...(at === undefined ? {} : { at: Date.parse(at) }),
    ...(isBounce ? { code: code ?? 'MAIL_BOUNCED', ...because('bounced', { line }) } : {}),
    ...(isListed ? { suppress: { address, reason: why } } : {}),
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
