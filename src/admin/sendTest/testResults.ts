import { isRecord } from '../../kernel/isRecord.ts'
import { textOf } from '../elements/textOf.ts'

/** What one channel made of a test. */
export type TestResult = {
  key: string
  channel: string
  deliveryId: string | undefined
  outcome: string
  code: string | undefined
  reason: string | undefined
  durationMs: number | undefined
  request: unknown
  response: unknown
}

/** Reads the answer of `POST /api/events/subscriptions/:id/test`. */
export function testResults(body: unknown): TestResult[] {
  const list = isRecord(body) && Array.isArray(body['results']) ? body['results'] : []
  return list.filter(isRecord).map((entry, index) => ({
    key: textOf(entry['entryId']) ?? String(index),
    channel: textOf(entry['channel']) ?? '',
    deliveryId: textOf(entry['deliveryId']),
    outcome: textOf(entry['outcome']) ?? '',
    code: textOf(entry['code']),
    reason: textOf(entry['reasonText']) ?? textOf(entry['reason']),
    durationMs: typeof entry['durationMs'] === 'number' ? entry['durationMs'] : undefined,
    request: entry['request'],
    response: entry['response'],
  }))
}
