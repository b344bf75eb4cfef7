import type { SeedContext } from '../seedContext.ts'
import { inLanes } from '../support/inLanes.ts'

const plans = [
  {
    name: 'club',
    ru: 'Кофейный клуб',
    en: 'Coffee club',
    about: { ru: 'Две пачки свежей обжарки каждый месяц.', en: 'Two bags of fresh roast a month.' },
    price: [1_690, 21],
    trialDays: 0,
    order: 1,
  },
  {
    name: 'office',
    ru: 'Кофе для офиса',
    en: 'Coffee for the office',
    about: {
      ru: 'Пять килограммов и настройка кофемашины.',
      en: 'Five kilograms and machine care.',
    },
    price: [9_900, 122],
    trialDays: 0,
    order: 2,
  },
  {
    name: 'school',
    ru: 'Школа без границ',
    en: 'School unlimited',
    about: { ru: 'Все курсы, пока подписка действует.', en: 'Every course while subscribed.' },
    price: [2_490, 31],
    trialDays: 14,
    order: 3,
  },
] as const

type Payment = {
  /** Days since the subscription began; renewals come with the month. */
  day: number
  status: 'successful' | 'failed' | 'pending' | 'refunded'
  /** Which payment of the list is tried again. */
  retryOf?: number
}

type Fate = {
  plan: (typeof plans)[number]['name']
  /** Days ago. */
  age: number
  payments: readonly Payment[]
  end?: { status: 'paused' | 'cancelled' | 'expired'; day: number; reason?: string }
}

const paid = { day: 0, status: 'successful' } as const
const renewed = { day: 31, status: 'successful' } as const
const failed = { day: 31, status: 'failed' } as const

const fates: readonly Fate[] = [
  { plan: 'club', age: 44, payments: [paid, renewed] },
  { plan: 'club', age: 38, payments: [paid, renewed] },
  {
    plan: 'club',
    age: 35,
    payments: [paid, failed, { day: 33, status: 'successful', retryOf: 1 }],
  },
  { plan: 'club', age: 21, payments: [paid] },
  { plan: 'club', age: 12, payments: [paid] },
  { plan: 'club', age: 33, payments: [paid, failed] },
  { plan: 'club', age: 36, payments: [paid, failed, { day: 33, status: 'failed', retryOf: 1 }] },
  { plan: 'club', age: 40, payments: [paid], end: { status: 'expired', day: 34 } },
  { plan: 'club', age: 26, payments: [paid], end: { status: 'paused', day: 15 } },
  {
    plan: 'club',
    age: 28,
    payments: [paid],
    end: { status: 'cancelled', day: 20, reason: 'Слишком много кофе для одного.' },
  },
  { plan: 'office', age: 41, payments: [paid, renewed] },
  { plan: 'office', age: 9, payments: [paid] },
  { plan: 'office', age: 3, payments: [{ day: 0, status: 'pending' }] },
  { plan: 'office', age: 24, payments: [{ day: 0, status: 'refunded' }] },
  { plan: 'school', age: 6, payments: [] },
  { plan: 'school', age: 2, payments: [] },
  { plan: 'school', age: 30, payments: [{ day: 14, status: 'successful' }] },
]

/** Plans, subscriptions, and payments that came, failed, were tried again and given back. */
export async function seedBilling(context: SeedContext): Promise<void> {
  const { manager: by, planter } = context
  for (const { about, en, name, order, price, ru, trialDays } of plans) {
    await planter.plant({
      collection: 'subscription-plans',
      name,
      at: planter.moments.ago(60, 12, order),
      by,
      data: {
        title: ru,
        description: about.ru,
        price: { amount: price[0], currency: 'RUB' },
        interval: { count: 1, unit: 'month' },
        trialDays,
        order,
      },
      en: {
        title: en,
        description: about.en,
        price: { amount: price[1], currency: 'USD' },
      },
    })
  }
  await inLanes(fates, (fate, index) => plantFate(context, fate, index))
}

async function plantFate(context: SeedContext, fate: Fate, index: number): Promise<void> {
  const { customers, manager: by, planter } = context
  const { moments } = planter
  const name = `subscription-${String(index + 1).padStart(2, '0')}`
  const customer = customers[(index * 2 + 1) % customers.length]
  if (!customer) return
  // One that waits for its first payment has no period yet.
  const waits = fate.payments[0]?.day === 0 ? { status: 'past_due' } : {}
  const subscription = await planter.plant({
    collection: 'subscriptions',
    name,
    at: moments.ago(fate.age, 13, index),
    data: {
      customer: customer.id,
      plan: planter.id('subscription-plans', fate.plan),
      provider: 'manual',
      ...waits,
    },
  })
  for (const [place, payment] of fate.payments.entries()) {
    await plantPayment(context, { ...payment, name, place, subscription, fate, index })
  }
  const { end } = fate
  if (!end) return
  await planter.amend('subscriptions', name, {
    at: moments.ago(fate.age - end.day, 16, index),
    by,
    data: { status: end.status, ...(end.reason ? { cancellationReason: end.reason } : {}) },
  })
}

type PaymentFacts = Payment & {
  name: string
  place: number
  subscription: number
  fate: Fate
  index: number
}

async function plantPayment(
  { manager: by, planter }: SeedContext,
  facts: PaymentFacts,
): Promise<void> {
  const { day, fate, index, name, place, retryOf, status, subscription } = facts
  const at = planter.moments.ago(fate.age - day, 14 + place, index)
  const isFailed = status === 'failed'
  await planter.plant({
    collection: 'subscription-payments',
    name: `${name}-${place + 1}`,
    at,
    data: {
      subscription,
      status: status === 'refunded' ? 'successful' : status,
      provider: 'manual',
      ...(isFailed
        ? { failureCode: 'insufficient_funds', failureReason: 'На карте недостаточно средств.' }
        : {}),
      ...(retryOf === undefined
        ? {}
        : { retryOf: planter.id('subscription-payments', `${name}-${retryOf + 1}`) }),
    },
    story:
      status === 'refunded'
        ? [{ at: planter.moments.after(at, 2_880), by, data: { status: 'refunded' } }]
        : [],
  })
  await planter.amend('subscriptions', name, { at, data: {} })
}
