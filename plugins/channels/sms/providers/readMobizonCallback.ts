import type { CallbackRequest, CallbackResult, StatusReport } from '../../../../src/index.ts'
import { smsFailure } from '../smsFailure.ts'

/** Without most vowels: so they are spelt. */
const statuses: Readonly<Record<string, StatusReport['status']>> = {
  NEW: 'sent',
  ENQUEUD: 'sent',
  ACCEPTD: 'sent',
  DELIVRD: 'delivered',
  UNDELIV: 'failed',
  REJECTD: 'failed',
  EXPIRED: 'failed',
  DELETED: 'failed',
}

/** Statuses of Mobizon: a form or a query with the message's id and its status; the key in the address proves them. */
export function readMobizonCallback({ body, method, query }: CallbackRequest): CallbackResult {
  const fields = method === 'POST' ? new URLSearchParams(body.toString('utf8')) : query
  const messageId = fields.get('messageId') ?? fields.get('id') ?? ''
  const word = fields.get('status') ?? ''
  if (messageId === '' || word === '')
    return { kind: 'refused', status: 400, reason: 'messageId and status are needed' }
  const status = statuses[word]
  if (status === undefined) return { kind: 'reports', reports: [] }
  const failure = status === 'failed' ? smsFailure('MOBIZON', word) : {}
  return { kind: 'reports', reports: [{ messageId, status, ...failure }] }
}
