import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import {
  BILLING_START,
  type BillingWorld,
  openBillingWorld,
} from '../../support/events/billingWorld.ts'
import { threeWays } from '../../support/events/threeWays.ts'

let world: BillingWorld
beforeAll(async () => {
  world = await openBillingWorld()
}, 300_000)
afterAll(async () => world?.close())
beforeEach(() => world.clock.set(BILLING_START))

const DAY_MS = 86_400_000

describe.each(threeWays)('a subscription saved by $name', ({ create, update }) => {
  test('EV-03 subscription.created', async () => {
    const plan = await world.plan()
    const events = await world.events(() =>
      create(world, 'subscriptions', { customer: world.as.customer.id, plan: plan.id }),
    )
    expect(events.map(({ type }) => type)).toEqual(['subscription.created'])
    expect(events[0]?.data.current).toMatchObject({
      customer: world.as.customer.id,
      status: 'active',
      price: { amount: 990, currency: 'RUB' },
      currentPeriodEnd: '2026-12-01T09:00:00.000Z',
    })
  })

  test.each([
    ['cancelled', 'cancelledAt'],
    ['paused', 'pausedAt'],
    ['expired', 'expiredAt'],
  ])('EV-03 subscription.%s', async (status, date) => {
    const { id } = await world.subscription()
    const events = await world.events(() => update(world, 'subscriptions', id, { status }))
    expect(events.map(({ type }) => type)).toEqual([`subscription.${status}`])
    expect(events[0]?.data).toMatchObject({
      previous: { status: 'active' },
      current: { status, [date]: BILLING_START },
    })
  })

  test('EV-03 subscription.renewed when the end is moved by hand', async () => {
    const { id } = await world.subscription()
    const later = '2026-12-15T09:00:00.000Z'
    const events = await world.events(() =>
      update(world, 'subscriptions', id, { currentPeriodEnd: later }),
    )
    expect(events.map(({ type }) => type)).toEqual(['subscription.renewed'])
    expect(events[0]?.data).toMatchObject({
      periodEndFrom: '2026-12-01T09:00:00.000Z',
      periodEndTo: later,
    })
  })

  test('EV-03 subscription_payment.created, alone while it is pending', async () => {
    const { id } = await world.subscription()
    const types = await world.types(() =>
      create(world, 'subscription-payments', { subscription: id, status: 'pending' }),
    )
    expect(types).toEqual(['subscription_payment.created'])
  })

  test('EV-03 subscription_payment.successful and subscription.renewed', async () => {
    const { id } = await world.subscription()
    const payment = await world.payment({ subscription: id })
    const events = await world.events(() =>
      update(world, 'subscription-payments', payment.id, { status: 'successful' }),
    )
    expect(events.map(({ type }) => type)).toEqual([
      'subscription_payment.successful',
      'subscription.renewed',
    ])
    expect(events[0]?.data.current).toMatchObject({
      periodStart: '2026-12-01T09:00:00.000Z',
      periodEnd: '2027-01-01T09:00:00.000Z',
      appliedAt: BILLING_START,
    })
    expect(events[1]?.data.current).toMatchObject({
      currentPeriodEnd: '2027-01-01T09:00:00.000Z',
      renewals: 1,
      lastPayment: payment.id,
    })
  })

  test('EV-03 subscription_payment.failed and subscription.payment_failed', async () => {
    const { id } = await world.subscription()
    const events = await world.events(() =>
      create(world, 'subscription-payments', {
        subscription: id,
        status: 'failed',
        failureCode: 'insufficient_funds',
        failureReason: 'Недостаточно средств',
      }),
    )
    expect(events.map(({ type }) => type)).toEqual([
      'subscription_payment.created',
      'subscription_payment.failed',
      'subscription.payment_failed',
    ])
    expect(events[2]?.data).toMatchObject({
      current: { id, status: 'past_due', failedPayments: 1 },
      previous: { status: 'active' },
      paymentId: Number(events[0]?.documentId),
      failureCode: 'insufficient_funds',
      failureReason: 'Недостаточно средств',
    })
  })

  test('EV-03 subscription_payment.refunded', async () => {
    const { id } = await world.subscription()
    const payment = await world.payment({ subscription: id, status: 'successful' })
    const types = await world.types(() =>
      update(world, 'subscription-payments', payment.id, { status: 'refunded' }),
    )
    expect(types).toEqual(['subscription_payment.refunded'])
  })

  test('EV-03 subscription_payment.retry as a payment of its own', async () => {
    const { id } = await world.subscription()
    const failed = await world.payment({ subscription: id, status: 'failed' })
    const events = await world.events(() =>
      create(world, 'subscription-payments', {
        subscription: id,
        status: 'pending',
        retryOf: failed.id,
      }),
    )
    expect(events.map(({ type }) => type)).toEqual([
      'subscription_payment.created',
      'subscription_payment.retry',
    ])
    expect(events[1]?.data).toMatchObject({ attempt: 2, current: { retryOf: failed.id } })
  })

  test('EV-03 subscription_payment.retry as one more attempt of the same payment', async () => {
    const { id } = await world.subscription()
    const failed = await world.payment({ subscription: id, status: 'failed' })
    const retried = await world.types(() =>
      update(world, 'subscription-payments', failed.id, { status: 'pending', attempt: 2 }),
    )
    expect(retried).toEqual(['subscription_payment.retry'])
    const failedAgain = await world.types(() =>
      update(world, 'subscription-payments', failed.id, { status: 'failed' }),
    )
    expect(failedAgain).toEqual(['subscription_payment.failed', 'subscription.payment_failed'])
  })
})

describe('what money does to a subscription', () => {
  test('takes one that waits for payment back to active, and the next failure counts from one', async () => {
    const { id } = await world.subscription()
    await world.payment({ subscription: id, status: 'failed' })
    await world.payment({ subscription: id, status: 'failed' })
    expect(await world.find('subscriptions', id)).toMatchObject({
      status: 'past_due',
      failedPayments: 2,
    })
    await world.payment({ subscription: id, status: 'successful' })
    expect(await world.find('subscriptions', id)).toMatchObject({
      status: 'active',
      failedPayments: 0,
      renewals: 1,
    })
  })

  test('begins the first period of one that never was paid, which is no renewal', async () => {
    const { id } = await world.subscription({ status: 'past_due' })
    expect((await world.find('subscriptions', id))['currentPeriodEnd']).toBeNull()
    const types = await world.types(() => world.payment({ subscription: id, status: 'successful' }))
    expect(types).toEqual(['subscription_payment.created', 'subscription_payment.successful'])
    expect(await world.find('subscriptions', id)).toMatchObject({
      status: 'active',
      currentPeriodStart: BILLING_START,
      currentPeriodEnd: '2026-12-01T09:00:00.000Z',
      renewals: 0,
    })
  })

  test('does not wake a cancelled one: the payment says that it needs a look', async () => {
    const { id } = await world.subscription({ status: 'cancelled' })
    const types = await world.types(() => world.payment({ subscription: id, status: 'successful' }))
    expect(types).toEqual(['subscription_payment.created', 'subscription_payment.successful'])
    const { docs } = await world.payload.find({
      collection: 'subscription-payments',
      where: { subscription: { equals: id } },
    })
    expect(docs[0]).toMatchObject({ issue: 'subscription_cancelled', appliedAt: null })
    expect(await world.find('subscriptions', id)).toMatchObject({ status: 'cancelled' })
  })

  test('revives an expired one from the day of the payment', async () => {
    const { id } = await world.subscription()
    world.clock.forward(60 * DAY_MS)
    await world.payload.update({ collection: 'subscriptions', id, data: { status: 'expired' } })
    const types = await world.types(() => world.payment({ subscription: id, status: 'successful' }))
    expect(types).toEqual([
      'subscription_payment.created',
      'subscription_payment.successful',
      'subscription.renewed',
    ])
    expect(await world.find('subscriptions', id)).toMatchObject({
      status: 'active',
      expiredAt: null,
      currentPeriodStart: '2026-12-31T09:00:00.000Z',
      currentPeriodEnd: '2027-01-31T09:00:00.000Z',
    })
  })

  test('a pause stands still: going on gives the time back and is no renewal', async () => {
    const { id } = await world.subscription()
    const pause = { collection: 'subscriptions', id, data: { status: 'paused' } } as const
    await world.payload.update(pause)
    world.clock.forward(10 * DAY_MS)
    const types = await world.types(() =>
      world.payload.update({ ...pause, data: { status: 'active' } }),
    )
    expect(types).toEqual([])
    expect(await world.find('subscriptions', id)).toMatchObject({
      currentPeriodEnd: '2026-12-11T09:00:00.000Z',
      pausedAt: null,
    })
  })
})

describe('saves that mean nothing', () => {
  test('an unchanged save, a note, and a bulk update that changes nothing', async () => {
    const subscription = await world.subscription()
    const payment = await world.payment({ subscription: subscription.id })
    const user = world.as.admin
    const types = await world.types(async () => {
      await world.rest('PATCH', `/subscriptions/${subscription.id}`, { status: 'active' }, { user })
      await world.rest('PATCH', `/subscriptions/${subscription.id}`, { note: 'звонили' }, { user })
      await world.rest('PATCH', `/subscription-payments/${payment.id}`, { note: 'x' }, { user })
      await world.rest(
        'PATCH',
        `/subscriptions?where[id][equals]=${subscription.id}`,
        { status: 'active' },
        { user },
      )
      await world.plan()
    })
    expect(types).toEqual([])
  })

  test('a bulk update means each document by itself, and two payments pay for two periods', async () => {
    const { id } = await world.subscription()
    const first = await world.payment({ subscription: id })
    const second = await world.payment({ subscription: id })
    const types = await world.types(() =>
      world.rest(
        'PATCH',
        `/subscription-payments?where[id][in]=${first.id},${second.id}`,
        { status: 'successful' },
        { user: world.as.admin },
      ),
    )
    expect(types.sort()).toEqual([
      'subscription.renewed',
      'subscription.renewed',
      'subscription_payment.successful',
      'subscription_payment.successful',
    ])
    expect(await world.find('subscriptions', id)).toMatchObject({
      renewals: 2,
      currentPeriodEnd: '2027-02-01T09:00:00.000Z',
    })
  })
})
