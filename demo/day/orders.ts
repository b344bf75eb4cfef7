import { docOf } from './docOf.ts'
import type { Step } from './step.ts'

type NewOrder = { amount: number; customer?: string; data?: Record<string, unknown> }

const order = (key: string, what: string, { amount, customer, data = {} }: NewOrder): Step => ({
  what: `${what}: ${amount} ₽`,
  expect: data['status'] === 'paid' ? ['order.created', 'order.paid'] : ['order.created'],
  run: async ({ api, get, keep, staff }) => {
    const buyer = customer
      ? { customer: Number(get(`user:${customer}`)), customerEmail: `${customer}@example.com` }
      : {}
    const total = { amount, currency: 'RUB' }
    const answer = await api.call(
      'POST',
      '/orders?locale=ru',
      { total, ...buyer, ...data },
      { as: staff() },
    )
    keep(`order:${key}`, docOf(answer)['id'])
    return answer
  },
})

const become = (key: string, status: string, who: string): Step => ({
  what: `${who} order becomes ${status}`,
  expect: ['order.status_changed', `order.${status}`],
  run: ({ api, get, staff }) =>
    api.call('PATCH', `/orders/${get(`order:${key}`)}`, { status }, { as: staff() }),
})

const placed: Step[] = [
  order('anna', 'Анна orders', { amount: 20_000, customer: 'anna' }),
  order('boris', 'Борис orders', { amount: 5_680, customer: 'boris' }),
  order('vera', 'Вера orders', { amount: 10_000, customer: 'vera' }),
  order('gleb', 'Глеб orders', { amount: 12_470, customer: 'gleb' }),
  order('guest', 'a guest orders', { amount: 990 }),
  order('shop', 'an order is paid at the till', {
    amount: 31_500,
    customer: 'darya',
    data: { status: 'paid' },
  }),
  order('import1', 'an old order is imported', { amount: 700, data: { source: 'import' } }),
  order('import2', 'another old order is imported', { amount: 800, data: { source: 'import' } }),
]

const processed: Step[] = [
  become('anna', 'paid', 'Анна’s'),
  become('boris', 'paid', 'Борис’s'),
  become('vera', 'paid', 'Вера’s'),
  become('guest', 'paid', 'the guest’s'),
  become('gleb', 'cancelled', 'Глеб’s'),
  become('anna', 'completed', 'Анна’s'),
  {
    what: 'Борис’s order is completed by GraphQL',
    expect: ['order.status_changed', 'order.completed'],
    run: async ({ api, get, staff }) => {
      const query = `mutation { updateOrder(id: ${get('order:boris')}, data: { status: completed }) { id } }`
      const answer = await api.call('POST', '/graphql', { query }, { as: staff() })
      if (answer.body['errors']) throw new Error(JSON.stringify(answer.body['errors']))
      return answer
    },
  },
  {
    what: 'completed → pending is refused (400)',
    expect: [],
    run: ({ api, get, staff }) =>
      api.call(
        'PATCH',
        `/orders/${get('order:anna')}`,
        { status: 'pending' },
        { as: staff(), status: 400 },
      ),
  },
  {
    what: 'Вера’s order is saved without a change',
    expect: [],
    run: ({ api, get, staff }) =>
      api.call('PATCH', `/orders/${get('order:vera')}`, { status: 'paid' }, { as: staff() }),
  },
  {
    what: 'both imported orders are cancelled in one bulk update',
    expect: ['order.status_changed', 'order.cancelled', 'order.status_changed', 'order.cancelled'],
    run: ({ api, staff }) =>
      api.call(
        'PATCH',
        '/orders?where[source][equals]=import&where[status][equals]=pending',
        { status: 'cancelled' },
        { as: staff() },
      ),
  },
]

/** Orders are placed, paid, completed, cancelled; what is refused or changes nothing means nothing. */
export const orders: Step[] = [...placed, ...processed]
