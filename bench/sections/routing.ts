import type { FlowEvent } from '../../src/event-catalogue/flowEvent.ts'
import { createSubscriptionIndex } from '../../src/subscription-filter/createSubscriptionIndex.ts'
import { median, shown } from '../support/statistics.ts'

const event: FlowEvent = {
  id: 'evt_1',
  type: 'order.paid',
  version: 1,
  timestamp: '2026-11-21T10:00:00.000Z',
  data: {
    current: { id: 1, status: 'paid', total: { ru: { amount: 20_000, currency: 'RUB' } } },
    previous: { id: 1, status: 'pending', total: { ru: { amount: 20_000, currency: 'RUB' } } },
    changed: ['status'],
  },
  meta: {
    source: 'collection_operation',
    collection: 'orders',
    operation: 'update',
    documentId: '1',
    userId: null,
    userEmail: null,
    locale: 'ru',
    causationId: null,
    hop: 0,
    sequence: 2,
  },
}

/** (d) Routing one event among many subscriptions, ten of which listen to its type with a filter. */
export function routing({ rounds }: { rounds: number }): object[] {
  const perEvent = new Map<number, number>()
  for (const total of [10, 1_000, 10_000]) {
    const index = createSubscriptionIndex(
      Array.from({ length: total }, (_, n) => ({
        id: String(n),
        name: `s${n}`,
        isEnabled: true,
        patterns: [n < 10 ? 'order.paid' : `other_${n % 500}.changed`],
        filter: [
          { field: 'data.current.total.ru.amount', operator: 'gt', value: n < 5 ? 10_000 : 50_000 },
        ],
        activeSince: null,
      })),
    )
    const times: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const startedAt = performance.now()
      for (let n = 0; n < 20_000; n += 1) index.route(event, event.timestamp)
      if (round > 0) times.push(((performance.now() - startedAt) / 20_000) * 1_000)
    }
    perEvent.set(total, median(times))
  }
  const base = perEvent.get(10) ?? Number.NaN
  return [...perEvent].map(([total, micros]) => ({
    section: 'd routing',
    what: `route one event, ${total} subscriptions`,
    µs: shown(micros),
    ratio: shown(micros / base),
    aim: '≤ 2 × of 10',
  }))
}
