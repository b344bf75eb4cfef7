import {
  type CallbackRequest,
  type CallbackResult,
  equalInTime,
  type StatusReport,
  sha256Hex,
} from '../../../../src/index.ts'
import { smsFailure } from '../smsFailure.ts'

const statuses: Readonly<Record<string, StatusReport['status']>> = {
  '100': 'sent',
  '101': 'sent',
  '102': 'sent',
  '103': 'delivered',
  '110': 'read',
  '104': 'failed',
  '105': 'failed',
  '106': 'failed',
  '107': 'failed',
  '108': 'failed',
  '150': 'failed',
}

/**
 * Statuses of SMS.ru: a form with up to a hundred `data[]` of lines (`sms_status`, id, code, seconds since the epoch), and
 * `hash`, the SHA-256 of the api_id and all of `data`. Wants the answer "100".
 */
export function readSmsruCallback(
  { body, method }: CallbackRequest,
  { apiKey }: { apiKey: string },
): CallbackResult {
  if (method !== 'POST') return { kind: 'refused', status: 400, reason: 'POST only' }
  const fields = [...new URLSearchParams(body.toString('utf8'))]
  const data = fields.filter(([name]) => /^data\[\d*\]$/.test(name)).map(([, value]) => value)
  const given = fields.find(([name]) => name === 'hash')?.[1] ?? ''
  const hash = sha256Hex(`${apiKey}${data.join('')}`)
  if (apiKey === '' || !equalInTime(given, hash)) {
    return { kind: 'refused', status: 401, reason: 'the hash does not fit' }
  }
  return { kind: 'reports', reports: data.flatMap(toReport), answer: '100' }
}

function toReport(entry: string): StatusReport[] {
  const [kind, messageId = '', code = '', time = ''] = entry.split(/\r?\n/)
  const status = statuses[code]
  if (kind !== 'sms_status' || messageId === '' || status === undefined) return []
  const at = /^\d{1,12}$/.test(time) ? { at: Number(time) * 1000 } : {}
  return [{ messageId, status, ...at, ...(status === 'failed' ? smsFailure('SMSRU', code) : {}) }]
}
