import { describe, expect, test } from '@jest/globals'

import type { Attempt } from '../../../src/channels/attempt.ts'
import { checkedAttempt } from '../../../src/delivery/checkedAttempt.ts'

const exchange = { request: { url: 'https://example.com' }, response: { status: 200 } }
/** What a channel written in plain JavaScript may answer. */
const foreign = (given: unknown): Attempt => checkedAttempt(given as Attempt)
const cyclic: Record<string, unknown> = {}
cyclic['self'] = cyclic

describe('what a channel answers', () => {
  test.each<Attempt>([
    { outcome: 'delivered', code: 'http_200', exchange, note: 'ok' },
    { outcome: 'rejected', code: 'http_410', reason: 'gone', isGone: true, exchange },
    { outcome: 'unavailable', code: 'http_503', reason: 'busy', retryAfterMs: 5, exchange },
  ])('$outcome: as it is', (attempt) => {
    expect(checkedAttempt(attempt)).toEqual(attempt)
  })

  test.each([undefined, null, 'ok', 200, {}, { outcome: 'ok' }, { outcome: 'DELIVERED' }])(
    '%j is no attempt: it may heal',
    (given) => {
      expect(foreign(given)).toMatchObject({ outcome: 'unavailable', code: 'CHANNEL_FAILED' })
    },
  )

  test.each([
    ['nothing', undefined],
    ['a cycle', { request: cyclic, response: cyclic }],
    ['a bigint', { request: { n: 1n }, response: { n: 1n } }],
    ['texts', { request: 'GET /', response: 'ok' }],
  ])('an exchange of %s is left out, the outcome stands', (_what, given) => {
    const checked = foreign({ outcome: 'delivered', code: 'http_200', exchange: given })
    expect(checked.outcome).toBe('delivered')
    expect(checked.exchange.response).toBeNull()
    expect(() => JSON.stringify(checked)).not.toThrow()
  })

  test('code and reason are text', () => {
    expect(foreign({ outcome: 'rejected', code: 404, reason: undefined, exchange })).toMatchObject({
      code: '404',
      reason: 'no reason given',
    })
  })
})
