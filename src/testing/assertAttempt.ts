import assert from 'node:assert/strict'

import type { Attempt } from '../channels/attempt.ts'

/** What a log row may weigh. */
const MAX_EXCHANGE_BYTES = 128 * 1024

/** What must hold for every attempt of every channel, whatever happened. */
export function assertAttempt(attempt: Attempt, confidential: string[]): void {
  assert.ok(
    ['delivered', 'rejected', 'unavailable'].includes(attempt.outcome),
    `unknown outcome ${attempt.outcome}`,
  )
  assert.match(attempt.code, /^\S+$/, 'every attempt has a code without spaces')
  if (attempt.outcome !== 'delivered')
    assert.ok(attempt.reason.length > 0, 'a failure has a reason people can read')

  const text = JSON.stringify(attempt)
  assert.deepEqual(JSON.parse(text), withoutUndefined(attempt), 'an attempt is plain JSON')
  assert.ok(
    Buffer.byteLength(text) <= MAX_EXCHANGE_BYTES,
    `the log row is ${Buffer.byteLength(text)} bytes`,
  )
  assert.ok(!text.includes('\\u0000'), 'PostgreSQL cannot store U+0000')
  for (const secret of confidential) {
    assert.ok(!text.includes(JSON.stringify(secret).slice(1, -1)), 'a secret reached the log')
    assert.ok(
      !text.includes(encodeURIComponent(secret)),
      'a secret reached the log, percent-encoded',
    )
    assert.ok(
      !text.includes(new URLSearchParams({ '': secret }).toString().slice(1)),
      'a secret reached the log, as a form writes it',
    )
  }
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries.map(([name, member]) => [name, withoutUndefined(member)]))
}
