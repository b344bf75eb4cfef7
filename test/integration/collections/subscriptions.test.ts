import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import {
  BILLING_START,
  type BillingWorld,
  openBillingWorld,
} from '../../support/events/billingWorld.ts'

let world: BillingWorld
beforeAll(async () => {
  world = await openBillingWorld()
}, 300_000)
afterAll(async () => world?.close())
beforeEach(() => world.clock.set(BILLING_START))

const DAY_MS = 86_400_000

describe('EV-10 a subscription', () => {
  test('begins with the trial of its plan; the first payment follows it', async () => {
    const plan = await world.plan({ trialDays: 14 })
    const { id } = await world.subscription({ plan: plan.id })
    expect(await world.find('subscriptions', id)).toMatchObject({
      status: 'trialing',
      currentPeriodEnd: '2026-11-15T09:00:00.000Z',
      trialEndsAt: '2026-11-15T09:00:00.000Z',
    })
    await world.payment({ subscription: id, status: 'successful' })
    expect(await world.find('subscriptions', id)).toMatchObject({
      status: 'active',
      currentPeriodStart: '2026-11-15T09:00:00.000Z',
      currentPeriodEnd: '2026-12-15T09:00:00.000Z',
    })
  })

  test('keeps its price and interval when the plan changes, and takes those of another plan', async () => {
    const plan = await world.plan()
    const yearly = await world.plan({
      price: { amount: 9900, currency: 'RUB' },
      interval: { unit: 'year', count: 1 },
    })
    const { id } = await world.subscription({ plan: plan.id })
    await world.payload.update({
      collection: 'subscription-plans',
      id: plan.id,
      data: { price: { amount: 5000, currency: 'RUB' }, interval: { unit: 'day', count: 1 } },
    })
    await world.payload.update({ collection: 'subscriptions', id, data: { note: 'x' } })
    expect(await world.find('subscriptions', id)).toMatchObject({
      price: { amount: 990 },
      interval: { unit: 'month', count: 1 },
    })
    await world.payload.update({ collection: 'subscriptions', id, data: { plan: yearly.id } })
    expect(await world.find('subscriptions', id)).toMatchObject({
      price: { amount: 9900 },
      interval: { unit: 'year', count: 1 },
    })
  })

  test('has the price of the language it is bought in', async () => {
    const plan = await world.plan()
    await world.payload.update({
      collection: 'subscription-plans',
      id: plan.id,
      locale: 'en',
      data: { title: 'Club', price: { amount: 11, currency: 'USD' } },
    })
    const { body } = await world.rest(
      'POST',
      '/subscriptions?locale=en&depth=0',
      { customer: world.as.customer.id, plan: plan.id },
      { user: world.as.manager },
    )
    expect(body.doc['price']).toEqual({ amount: 11, currency: 'USD' })
  })

  test.each([
    [{ plan: 999_999 }, 'en', /nothing with the id/],
    [{ customer: 999_999 }, 'ru', /Ссылка ни на что не указывает/],
    [{ status: 'frozen' }, 'en', /status/],
    [
      { currentPeriodStart: '2026-11-02T00:00:00Z', currentPeriodEnd: '2026-11-01T00:00:00Z' },
      'ru',
      /закончился бы раньше/,
    ],
  ])('is refused: %j (%s)', async (data, language, message) => {
    const plan = await world.plan()
    const { body, status } = await world.rest(
      'POST',
      '/subscriptions',
      { customer: world.as.customer.id, plan: plan.id, ...data },
      { user: world.as.admin, headers: { 'accept-language': language } },
    )
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(message)])
  })

  test('its counters and dates are taken from nobody', async () => {
    const { id } = await world.subscription()
    const { body } = await world.rest(
      'PATCH',
      `/subscriptions/${id}`,
      { renewals: 99, failedPayments: 7, cancelledAt: BILLING_START, lastPayment: 1 },
      { user: world.as.admin },
    )
    expect(body.doc).toMatchObject({ renewals: 0, failedPayments: 0, cancelledAt: null })
  })

  test('an edit of the note does not take back a period that was paid meanwhile', async () => {
    const { id } = await world.subscription()
    const edits = Array.from({ length: 6 }, (_, index) =>
      world.rest('PATCH', `/subscriptions/${id}`, { note: `n${index}` }, { user: world.as.admin }),
    )
    const paid = world.payment({ subscription: id, status: 'successful' })
    await Promise.all([...edits, paid])
    expect(await world.find('subscriptions', id)).toMatchObject({
      renewals: 1,
      currentPeriodEnd: '2027-01-01T09:00:00.000Z',
    })
  })

  test('plans in use and subscriptions with payments are not deleted', async () => {
    const plan = await world.plan()
    const { id } = await world.subscription({ plan: plan.id })
    await world.payment({ subscription: id })
    const user = world.as.admin
    const answers = [
      await world.rest('DELETE', `/subscription-plans/${plan.id}`, undefined, { user }),
      await world.rest('DELETE', `/subscriptions/${id}`, undefined, { user }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([409, 409])
  })
})

describe('EV-11 illegal status jumps', () => {
  test.each([
    ['subscriptions', 'cancelled', 'active', /it is final/],
    ['subscriptions', 'expired', 'paused', /Allowed: active, cancelled/],
    ['subscription-payments', 'successful', 'pending', /Allowed: refunded/],
    ['subscription-payments', 'refunded', 'successful', /it is final/],
    ['subscription-payments', 'pending', 'refunded', /Allowed: successful, failed/],
  ])('%s: %s to %s', async (slug, from, to, message) => {
    const subscription = await world.subscription(slug === 'subscriptions' ? { status: from } : {})
    const { id } =
      slug === 'subscriptions'
        ? subscription
        : await world.payment({ subscription: subscription.id, status: from })
    const { body, status } = await world.rest(
      'PATCH',
      `/${slug}/${id}`,
      { status: to },
      { user: world.as.admin },
    )
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(message)])
  })
})

describe('EV-10 a payment', () => {
  test('takes amount, attempt and period from its subscription', async () => {
    const { id } = await world.subscription()
    const { body, status } = await world.rest(
      'POST',
      '/subscription-payments?depth=0',
      { subscription: id, status: 'successful' },
      { user: world.as.manager },
    )
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      amount: { amount: 990, currency: 'RUB' },
      attempt: 1,
      provider: 'manual',
      periodStart: '2026-12-01T09:00:00.000Z',
      periodEnd: '2027-01-01T09:00:00.000Z',
      paidAt: BILLING_START,
    })
  })

  test('does not change its amount or subscription afterwards', async () => {
    const { id } = await world.subscription()
    const other = await world.subscription()
    const payment = await world.payment({ subscription: id })
    const { body } = await world.rest(
      'PATCH',
      `/subscription-payments/${payment.id}?depth=0`,
      { amount: { amount: 1, currency: 'USD' }, subscription: other.id },
      { user: world.as.admin },
    )
    expect(body.doc).toMatchObject({ amount: { amount: 990, currency: 'RUB' }, subscription: id })
  })

  test('booked with a period that is paid already moves nothing', async () => {
    const { id } = await world.subscription()
    const types = await world.types(() =>
      world.payment({
        subscription: id,
        status: 'successful',
        periodStart: BILLING_START,
        periodEnd: '2026-12-01T09:00:00.000Z',
      }),
    )
    expect(types).toEqual(['subscription_payment.created', 'subscription_payment.successful'])
  })

  test('retries a failed payment of the same subscription only', async () => {
    const { id } = await world.subscription()
    const other = await world.subscription()
    const failed = await world.payment({ subscription: other.id, status: 'failed' })
    const pending = await world.payment({ subscription: id })
    for (const retryOf of [failed.id, pending.id]) {
      const { body, status } = await world.rest(
        'POST',
        '/subscription-payments',
        { subscription: id, retryOf },
        { user: world.as.admin },
      )
      expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(/same subscript/)])
    }
  })

  test('has a number of the provider that no other payment has', async () => {
    const { id } = await world.subscription()
    const data = { subscription: id, provider: 'yookassa', externalId: 'once' }
    const post = () => world.rest('POST', '/subscription-payments', data, { user: world.as.admin })
    const statuses = (await Promise.all([post(), post()])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 400])
  })

  test('of ten saves at once that all set "successful", one renews', async () => {
    const { id } = await world.subscription()
    const payment = await world.payment({ subscription: id })
    const types = await world.types(() =>
      Promise.all(
        Array.from({ length: 10 }, () =>
          world.rest(
            'PATCH',
            `/subscription-payments/${payment.id}`,
            { status: 'successful' },
            { user: world.as.admin },
          ),
        ),
      ),
    )
    expect(types).toEqual(['subscription_payment.successful', 'subscription.renewed'])
    expect(await world.find('subscriptions', id)).toMatchObject({ renewals: 1 })
  })

  test('of ten saves at once that all set "failed", one counts', async () => {
    const { id } = await world.subscription()
    const payment = await world.payment({ subscription: id })
    await Promise.all(
      Array.from({ length: 10 }, () =>
        world.rest(
          'PATCH',
          `/subscription-payments/${payment.id}`,
          { status: 'failed' },
          { user: world.as.admin },
        ),
      ),
    )
    expect(await world.find('subscriptions', id)).toMatchObject({ failedPayments: 1 })
  })

  test('with select in the request renews all the same', async () => {
    const { id } = await world.subscription()
    const types = await world.types(() =>
      world.payload.create({
        collection: 'subscription-payments',
        data: { subscription: id, status: 'successful' },
        select: { status: true },
      }),
    )
    expect(types).toContain('subscription.renewed')
  })
})

describe('EV-10 access', () => {
  test.each<[Role | undefined, number, number, number, number]>([
    ['admin', 201, 200, 200, 200],
    ['manager', 201, 200, 200, 403],
    ['viewer', 403, 200, 403, 403],
    ['customer', 403, 404, 403, 403],
    [undefined, 403, 403, 403, 403],
  ])('%s: create %d, read %d, update %d, delete %d', async (role, create, read, update, remove) => {
    const options = { user: role ? world.as[role] : undefined }
    const plan = await world.plan()
    const foreign = { customer: world.as.admin.id, plan: plan.id }
    const subscription = await world.subscription(foreign)
    const spare = await world.subscription(foreign)
    const payment = await world.payment({ subscription: subscription.id })
    const statuses = async (slug: string, id: number, data: object, deleted = id) => [
      (await world.rest('POST', `/${slug}`, data, options)).status,
      (await world.rest('GET', `/${slug}/${id}`, undefined, options)).status,
      (await world.rest('PATCH', `/${slug}/${id}`, { note: 'x' }, options)).status,
      (await world.rest('DELETE', `/${slug}/${deleted}`, undefined, options)).status,
    ]
    const expected = [create, read, update, remove]
    expect(await statuses('subscriptions', subscription.id, foreign, spare.id)).toEqual(expected)
    const ofPayment = { subscription: subscription.id }
    expect(await statuses('subscription-payments', payment.id, ofPayment)).toEqual(expected)
  })

  test('a customer finds their own subscriptions and payments, over REST and GraphQL', async () => {
    const own = await world.subscription({ note: 'сложный клиент' })
    const other = await world.subscription({ customer: world.as.admin.id })
    const payment = await world.payment({ subscription: own.id })
    await world.payment({ subscription: other.id })
    const user = world.as.customer
    const find = async (slug: string) =>
      (await world.rest('GET', `/${slug}?limit=0&depth=0`, undefined, { user })).body.docs
    const subscriptions = await find('subscriptions')
    expect(subscriptions.every(({ customer }) => customer === user.id)).toBe(true)
    expect(subscriptions.find(({ id }) => id === own.id)).not.toHaveProperty('note')
    expect((await find('subscription-payments')).at(0)).toMatchObject({ id: payment.id })
    const { data } = await world.graphql(
      `{ Subscriptions(where: { id: { equals: ${other.id} } }) { totalDocs } }`,
      { user },
    )
    expect(data?.['Subscriptions']).toEqual({ totalDocs: 0 })
  })

  test.each(['subscriptions', 'subscription-payments', 'bookings'])(
    'the search of the list of %s takes words and numbers',
    async (slug) => {
      const fields = world.payload.collections[slug]?.config.admin.listSearchableFields ?? []
      for (const word of ['анна', '7', '99999999999']) {
        const query = fields.map((field, at) => `where[or][${at}][${field}][like]=${word}`)
        const { status } = await world.rest('GET', `/${slug}?${query.join('&')}`, undefined, {
          user: world.as.viewer,
        })
        expect([word, status]).toEqual([word, 200])
      }
    },
  )

  test('visitors see plans on sale only', async () => {
    const shown = await world.plan()
    const hidden = await world.plan({ active: false })
    const status = async (id: number) =>
      (await world.rest('GET', `/subscription-plans/${id}`)).status
    expect([await status(shown.id), await status(hidden.id)]).toEqual([200, 404])
  })
})

describe('what a customer does with their subscription', () => {
  const act = (id: number, action: string, body?: object, role: Role | undefined = 'customer') =>
    world.rest('POST', `/subscriptions/${id}/${action}`, body, {
      user: role ? world.as[role] : undefined,
    })
  const codeOf = ({ body, status }: { status: number; body: unknown }): string =>
    `${status} ${JSON.stringify(body).match(/FLOW_\w+/)?.[0]}`

  test('cancels it for the end of the period, and takes that back', async () => {
    const { id } = await world.subscription()
    const types = await world.types(async () => {
      expect((await act(id, 'cancel', { reason: 'дорого' })).body).toMatchObject({
        status: 'active',
        cancelAtPeriodEnd: true,
        autoRenew: false,
      })
      expect((await act(id, 'resume')).body).toMatchObject({
        cancelAtPeriodEnd: false,
        autoRenew: true,
      })
    })
    expect(types).toEqual([])
  })

  test('EV-03 subscription.cancelled at once', async () => {
    const { id } = await world.subscription()
    const types = await world.types(() => act(id, 'cancel', { atPeriodEnd: false }))
    expect(types).toEqual(['subscription.cancelled'])
    expect(codeOf(await act(id, 'resume'))).toBe('409 FLOW_SUBSCRIPTION_RUNS')
    expect(codeOf(await act(id, 'pause'))).toBe('409 FLOW_SUBSCRIPTION_REFUSED')
  })

  test('EV-03 subscription.paused, and the time comes back once however often it is resumed', async () => {
    const { id } = await world.subscription()
    expect(await world.types(() => act(id, 'pause'))).toEqual(['subscription.paused'])
    world.clock.forward(5 * DAY_MS)
    const answers = await Promise.all(Array.from({ length: 5 }, () => act(id, 'resume')))
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    expect(await world.find('subscriptions', id)).toMatchObject({
      status: 'active',
      currentPeriodEnd: '2026-12-06T09:00:00.000Z',
    })
  })

  test('not with somebody else’s, not as a viewer, not as a visitor', async () => {
    const { id } = await world.subscription({ customer: world.as.admin.id })
    expect([
      codeOf(await act(id, 'cancel')),
      codeOf(await act(id, 'pause', undefined, 'viewer')),
      codeOf(await act(999_999, 'cancel', undefined, 'manager')),
      codeOf(await world.rest('POST', `/subscriptions/${id}/cancel`)),
      codeOf(await act(id, 'cancel', { atPeriodEnd: 'no' }, 'manager')),
    ]).toEqual([
      '404 FLOW_SUBSCRIPTION_NOT_FOUND',
      '404 FLOW_SUBSCRIPTION_NOT_FOUND',
      '404 FLOW_SUBSCRIPTION_NOT_FOUND',
      '401 FLOW_API_UNAUTHENTICATED',
      '400 FLOW_API_INPUT_INVALID',
    ])
  })
})
