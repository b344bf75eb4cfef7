import { randomUUID } from 'node:crypto'

import type { Answer } from './createApi.ts'
import type { Stage, Step } from './step.ts'
import { untilDead } from './untilDead.ts'

const publish = async ({ api, get }: Stage, status: number): Promise<Answer> =>
  api.call(
    'POST',
    '/events/publish',
    {
      type: 'order.paid',
      data: {
        current: {
          id: 'till-7',
          number: 'TILL-7',
          status: 'paid',
          total: { ru: { amount: 15_300, currency: 'RUB' } },
          customerEmail: 'till@example.com',
        },
      },
      meta: { collection: 'till-sales', documentId: 'till-7', locale: 'ru' },
    },
    { as: { apiKey: get('apiKey') }, headers: { 'idempotency-key': 'till-sale-7' }, status },
  )

/** What other systems and the operator do. */
export const integration: Step[] = [
  {
    what: 'the manager gets an API key',
    expect: [],
    run: async ({ api, get, keep, staff }) => {
      const apiKey = randomUUID()
      keep('apiKey', apiKey)
      const path = `/users/${get('user:manager')}`
      return api.call('PATCH', path, { enableAPIKey: true, apiKey }, { as: staff() })
    },
  },
  {
    what: 'the till publishes order.paid with that key (201)',
    expect: ['order.paid'],
    run: (stage) => publish(stage, 201),
  },
  {
    what: 'the till, unsure, sends it again under the same idempotency key (200)',
    expect: [],
    run: async (stage) => {
      const answer = await publish(stage, 200)
      if (answer.body['isDuplicate'] !== true) throw new Error('a duplicate was stored')
      return answer
    },
  },
  {
    what: 'the subscription «Analytics» is switched off while its deliveries wait',
    expect: [],
    run: ({ api, get, staff }) =>
      api.call(
        'PATCH',
        `/event-subscriptions/${get('subscription:Analytics')}`,
        { enabled: false },
        { as: staff() },
      ),
  },
  {
    what: 'the marketplace is repaired; the operator retries one dead delivery',
    expect: [],
    run: async (stage) => {
      const { api, get, keep, receivers, staff } = stage
      const dead = await untilDead(stage, get('subscription:Marketplace'))
      receivers.marketplace.behave(() => ({ status: 200 }))
      keep('retried', dead)
      return api.call('POST', `/events/deliveries/${dead}/retry`, {}, { as: staff() })
    },
  },
  {
    what: 'the manager reads the order of Анна (a read means nothing)',
    expect: [],
    run: async ({ api, get, staff }) => {
      const path = `/orders/${get('order:anna')}?depth=0`
      const answer = await api.call('GET', path, undefined, { as: staff() })
      return answer
    },
  },
]
