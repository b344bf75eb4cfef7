import { describe, expect, test } from '@jest/globals'

import type { ActiveSubscription } from '../../../src/outbox/activeSubscription.ts'
import { createSubscriptionCache } from '../../../src/outbox/subscriptionCache.ts'

const subscription = (id: string): ActiveSubscription => ({
  id,
  name: id,
  isEnabled: true,
  patterns: ['*'],
  filter: [],
  activeSince: null,
  retryDelaysMs: null,
  isPaused: false,
  pace: null,
  channels: [],
})

/** A database whose answers wait until they are let go. */
function slowSource() {
  const state = { revision: 1, ids: ['one'] }
  const answers: (() => void)[] = []
  return {
    state,
    loads: () => answers.length,
    answer: (load: number) => answers[load]?.(),
    load: () => {
      const seen = { revision: state.revision, subscriptions: state.ids.map(subscription) }
      return new Promise<typeof seen>((resolve) => answers.push(() => resolve(seen)))
    },
  }
}

describe('subscriptions in memory', () => {
  test('one load for everybody who waits', async () => {
    const source = slowSource()
    const cache = createSubscriptionCache(source)
    const asked = [cache.atLeast(0), cache.atLeast(1)]
    expect(source.loads()).toBe(1)
    source.answer(0)
    const [first, second] = await Promise.all(asked)
    expect(first).toBe(second)
    expect(await cache.atLeast(1)).toBe(first)
    expect(source.loads()).toBe(1)
  })

  test('what was read before a change, and told to be forgotten meanwhile, is not kept', async () => {
    const source = slowSource()
    const cache = createSubscriptionCache(source)
    const asked = cache.atLeast(1)
    source.state.revision = 2
    source.state.ids = ['one', 'two']
    cache.invalidate()
    source.answer(0)
    expect((await asked).revision).toBe(1)
    const later = cache.atLeast(1)
    expect(source.loads()).toBe(2)
    source.answer(1)
    expect([...(await later).byId.keys()]).toEqual(['one', 'two'])
  })

  test('older than asked for is read again, however old the one in memory', async () => {
    const source = slowSource()
    const cache = createSubscriptionCache(source)
    const first = cache.atLeast(0)
    source.answer(0)
    await first
    source.state.revision = 5
    const later = cache.atLeast(5)
    source.answer(1)
    expect((await later).revision).toBe(5)
  })
})
