import { docOf } from './docOf.ts'
import type { Step } from './step.ts'

const draft = (key: string, title: string): Step => ({
  what: `product «${title}» is drafted`,
  expect: [],
  run: async ({ api, keep, staff }) => {
    const data = { title, _status: 'draft' }
    const answer = await api.call('POST', '/products?locale=ru', data, { as: staff() })
    keep(`product:${key}`, docOf(answer)['id'])
    return answer
  },
})

type Saving = { expect: readonly string[]; query?: string; data: Record<string, unknown> }

const save = (key: string, what: string, { expect, query = '?locale=ru', data }: Saving): Step => ({
  what,
  expect,
  run: ({ api, get, staff }) =>
    api.call('PATCH', `/products/${get(`product:${key}`)}${query}`, data, { as: staff() }),
})

const publish = (key: string, title: string, amount: number): Step =>
  save(key, `product «${title}» is published at ${amount} ₽`, {
    expect: ['product.created', 'product.published'],
    data: { _status: 'published', price: { amount, currency: 'RUB' } },
  })

const reprice = (key: string, title: string, amount: number): Step =>
  save(key, `product «${title}» now costs ${amount} ₽`, {
    expect: ['product.updated', 'product.price_changed'],
    data: { price: { amount, currency: 'RUB' } },
  })

/** The catalogue is filled and repriced; drafts mean nothing. */
export const catalogue: Step[] = [
  draft('kettle', 'Чайник'),
  draft('tea', 'Чай'),
  draft('coffee', 'Кофе'),
  draft('cup', 'Чашка'),
  draft('tray', 'Поднос'),
  save('tray', 'the draft of «Поднос» is edited', {
    expect: [],
    data: { description: 'Из бука', _status: 'draft' },
  }),
  publish('kettle', 'Чайник', 4_990),
  publish('tea', 'Чай', 690),
  publish('coffee', 'Кофе', 1_980),
  publish('cup', 'Чашка', 450),
  reprice('kettle', 'Чайник', 4_490),
  reprice('tea', 'Чай', 590),
  reprice('cup', 'Чашка', 490),
  save('cup', '«Чашка» is saved without a change', {
    expect: [],
    data: { price: { amount: 490, currency: 'RUB' } },
  }),
  save('tea', '«Чай» gets an English title', {
    expect: ['product.updated'],
    query: '?locale=en',
    data: { title: 'Tea' },
  }),
  save('coffee', '«Кофе» is changed in a draft over the published one', {
    expect: [],
    query: '?locale=ru&draft=true',
    data: { title: 'Кофе в зёрнах', _status: 'draft' },
  }),
  save('cup', '«Чашка» is taken back to draft', {
    expect: ['product.updated'],
    data: { _status: 'draft' },
  }),
]
