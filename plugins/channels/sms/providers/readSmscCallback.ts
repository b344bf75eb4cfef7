import type { CallbackRequest, CallbackResult, StatusReport } from '../../../../src/index.ts'
import { smsFailure } from '../smsFailure.ts'

const statuses: Readonly<Record<string, StatusReport['status']>> = {
  '-1': 'sent',
  '0': 'sent',
  '1': 'delivered',
  '2': 'read',
  '3': 'failed',
  '4': 'read',
  '20': 'failed',
  '22': 'failed',
  '23': 'failed',
  '24': 'failed',
  '25': 'failed',
}
const WRONG_NUMBER = '22'

/**
 * Statuses of SMSC: a form or a query with `id`, `phone`, `status`. What proves that they are SMSC's is the key in the
 * address alone.
 */
export function readSmscCallback({ body, method, query }: CallbackRequest): CallbackResult {
  const fields = method === 'POST' ? new URLSearchParams(body.toString('utf8')) : query
  const messageId = fields.get('id') ?? ''
  const code = fields.get('status') ?? ''
  if (messageId === '' || code === '')
    return { kind: 'refused', status: 400, reason: 'id and status are needed' }
  const status = statuses[code]
  if (status === undefined) return { kind: 'reports', reports: [], answer: 'OK' }
  const phone = (fields.get('phone') ?? '').replaceAll(/\D/g, '')
  const isWrong = code === WRONG_NUMBER && phone !== ''
  return {
    kind: 'reports',
    reports: [
      {
        messageId,
        status,
        ...(status === 'failed' ? smsFailure('SMSC', code) : {}),
        ...(isWrong ? { suppress: { address: `+${phone}`, reason: 'invalid' } } : {}),
      },
    ],
    answer: 'OK',
  }
}
