import { describe, expect, test } from '@jest/globals'

import { FlowError } from '../../../src/kernel/flowError.ts'
import { createSubscriptionIndex } from '../../../src/subscription-filter/createSubscriptionIndex.ts'
import { matchesPattern } from '../../../src/subscription-filter/matchesPattern.ts'
import { parseEventPattern } from '../../../src/subscription-filter/parseEventPattern.ts'
import type { RoutableSubscription } from '../../../src/subscription-filter/routing.ts'
import { sampleEvent } from './sampleEvent.ts'

const now = '2026-11-21T10:00:00.000Z'
let nextId = 0

function subscription(overrides: Partial<RoutableSubscription> = {}): RoutableSubscription {
  nextId += 1
  return {
    id: nextId,
    name: `sub ${nextId}`,
    isEnabled: true,
    patterns: ['order.paid'],
    filter: [],
    activeSince: '2026-01-01T00:00:00.000Z',
    ...overrides,
  }
}

describe('EV-23: patterns', () => {
  test.each([
    ['order.paid', 'order.paid', true],
    ['order.paid', 'order.paid_late', false],
    ['order.*', 'order.created', true],
    ['order.*', 'orders.created', false],
    ['subscription.*', 'subscription_payment.failed', false],
    ['*.created', 'order.created', true],
    ['*.created', 'order.recreated', false],
    ['*', 'user.inactive_7d', true],
    ['user.inactive_7d', 'user.inactive_7d', true],
  ])('%s on %s: %p', (pattern, type, expected) => {
    expect(matchesPattern(parseEventPattern(pattern), type)).toBe(expected)
    // The index and the single question must agree.
    const index = createSubscriptionIndex([subscription({ patterns: [pattern] })])
    expect(index.route(sampleEvent({}, null, type), now).matched).toHaveLength(expected ? 1 : 0)
  })
  test.each([
    '',
    ' ',
    'order',
    'order.',
    '.paid',
    'order. paid',
    'order.paid ',
    'Order.Paid',
    '**',
  ])('refuses %j', (pattern) => {
    expect(() => parseEventPattern(pattern)).toThrow('FLOW_FILTER_PATTERN_INVALID')
  })
  test.each(['order.pa*', '*.*', 'a.b.c', 'order,paid', `a.${'b'.repeat(200)}`, null, 5, {}])(
    'refuses %j',
    (pattern) => {
      expect(() => parseEventPattern(pattern)).toThrow('FLOW_FILTER_PATTERN_INVALID')
    },
  )
})

describe('routing', () => {
  test('EV-25: every candidate is decided, with its reason', () => {
    const match = subscription()
    const off = subscription({ isEnabled: false })
    const young = subscription({ activeSince: '2026-11-21T10:00:00.001Z' })
    const condition = { field: 'meta.locale', operator: 'eq', value: 'en' }
    const other = subscription({ filter: [condition] })
    const broken = subscription({ filter: 'nonsense' })
    const elsewhere = subscription({ patterns: ['order.created'] })
    const index = createSubscriptionIndex([match, off, young, other, broken, elsewhere])
    expect(index.route(sampleEvent(), now)).toEqual({
      matched: [match],
      skipped: [
        { subscription: off, reason: 'disabled' },
        { subscription: young, reason: 'created_after_event' },
        { subscription: broken, reason: 'invalid_filter' },
      ],
      notMatched: [{ subscription: other, failed: [{ ...condition, actual: 'ru' }] }],
    })
  })
  test('EV-24: only events at or after activeSince, replay aside', () => {
    const sub = subscription({ activeSince: now })
    const index = createSubscriptionIndex([sub])
    expect(index.route(sampleEvent(), now).matched).toEqual([sub])
    const before = '2026-11-21T09:59:59.999Z'
    expect(index.route(sampleEvent(), before).matched).toEqual([])
    expect(index.route(sampleEvent(), before, { isReplay: true }).matched).toEqual([sub])
    const always = subscription({ activeSince: null })
    expect(createSubscriptionIndex([always]).route(sampleEvent(), before).matched).toEqual([always])
  })
  test('a subscription with several fitting patterns is routed once, in the given order', () => {
    const first = subscription({ patterns: ['*'] })
    const second = subscription({ patterns: ['order.paid', 'order.*', '*.paid', '*'] })
    const third = subscription({ patterns: ['*.paid'] })
    const index = createSubscriptionIndex([first, second, third])
    expect(index.route(sampleEvent(), now).matched).toEqual([first, second, third])
  })
  test('a broken subscription is reported and does not stop the others', () => {
    const fine = subscription()
    const badPattern = subscription({ patterns: ['order paid'] })
    const badFilter = subscription({ filter: [{}] })
    const badDate = subscription({ activeSince: 'yesterday' })
    const index = createSubscriptionIndex([badPattern, badFilter, badDate, fine])
    expect(index.route(sampleEvent(), now).matched).toEqual([badDate, fine])
    const codes = index.problems.map(({ error }) => (error instanceof FlowError ? error.code : ''))
    expect(codes).toEqual([
      'FLOW_FILTER_PATTERN_INVALID',
      'FLOW_FILTER_INVALID',
      'FLOW_FILTER_ACTIVE_SINCE_INVALID',
    ])
  })
  test('an event looks only at its candidates among 10,000 subscriptions', () => {
    let looks = 0
    const watched = (overrides: Partial<RoutableSubscription>): RoutableSubscription => {
      const plain = subscription(overrides)
      return {
        ...plain,
        get isEnabled() {
          looks += 1
          return true
        },
      }
    }
    const others = Array.from({ length: 10_000 }, (_, number) =>
      watched({ patterns: [`entity_${number % 500}.happened`] }),
    )
    const index = createSubscriptionIndex([...others, watched({}), watched({ patterns: ['*'] })])
    looks = 0
    expect(index.route(sampleEvent(), now).matched).toHaveLength(2)
    expect(looks).toBe(2)
  })
})
