import { createHmac } from 'node:crypto'

import {
  type CallbackRequest,
  type CallbackResult,
  equalInTime,
  type StatusReport,
} from '../../../../src/index.ts'
import { smsFailure } from '../smsFailure.ts'

const statuses: Readonly<Record<string, StatusReport['status']>> = {
  accepted: 'sent',
  scheduled: 'sent',
  queued: 'sent',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}
/** Numbers that are none, and people who said stop. */
const suppressions: Readonly<Record<string, 'invalid' | 'blocked'>> = {
  '21610': 'blocked',
  '21614': 'invalid',
  '30005': 'invalid',
  '30006': 'invalid',
}

/**
 * Statuses of Twilio: a form, signed with the auth token over the address that Twilio called and all fields in the order of
 * their names (`X-Twilio-Signature`, HMAC-SHA-1 in base64).
 */
export function readTwilioCallback(
  { body, headers, method, url }: CallbackRequest,
  { apiKey }: { apiKey: string },
): CallbackResult {
  if (method !== 'POST') return { kind: 'refused', status: 400, reason: 'POST only' }
  const fields = new URLSearchParams(body.toString('utf8'))
  // By code units, as Twilio's own library sorts.
  const written = [...fields]
    .sort(([left], [right]) => (left < right ? -1 : Number(left > right)))
    .map(([name, value]) => name + value)
  const mac = createHmac('sha1', apiKey)
    .update(`${url}${written.join('')}`)
    .digest('base64')
  if (apiKey === '' || !equalInTime(headers['x-twilio-signature'] ?? '', mac)) {
    return { kind: 'refused', status: 401, reason: 'the signature does not fit' }
  }
  const messageId = fields.get('MessageSid') ?? fields.get('SmsSid') ?? ''
  const status = statuses[fields.get('MessageStatus') ?? '']
  if (messageId === '' || status === undefined) return { kind: 'reports', reports: [] }
  const code = fields.get('ErrorCode') || (fields.get('MessageStatus') ?? '')
  const suppress = suppressions[code]
  const address = fields.get('To') ?? ''
  return {
    kind: 'reports',
    reports: [
      {
        messageId,
        status,
        ...(status === 'failed' ? smsFailure('TWILIO', code) : {}),
        ...(status === 'failed' && suppress !== undefined && address !== ''
          ? { suppress: { address, reason: suppress } }
          : {}),
      },
    ],
  }
}
