import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { bootFlow } from '../../support/flow/bootFlow.ts'
import {
  BILLING_START,
  type BillingWorld,
  openBillingWorld,
} from '../../support/events/billingWorld.ts'
import { countUp } from '../../support/events/countUp.ts'
import { type PaymentSenders, paymentSenders } from '../../support/events/paymentSenders.ts'

let world: BillingWorld
let send: PaymentSenders
beforeAll(async () => {
  world = await openBillingWorld()
  send = paymentSenders(world)
}, 300_000)
afterAll(async () => world?.close())
beforeEach(() => world.clock.set(BILLING_START))

const next = countUp()
const payment = (subscription: number | undefined, more: Record<string, unknown> = {}) => ({
  id: `2f8a6c1e-000f-5000-9000-${next()}`,
  status: 'succeeded',
  paid: true,
  amount: { value: '990.00', currency: 'RUB' },
  created_at: '2026-11-01T08:59:00.000Z',
  captured_at: '2026-11-01T08:59:30.000Z',
  metadata: subscription === undefined ? {} : { subscription_id: String(subscription) },
  test: true,
  ...more,
})

const codeOf = ({ body, status }: { status: number; body: unknown }): string =>
  `${status} ${JSON.stringify(body).match(/FLOW_\w+/)?.[0]}`

describe('EV-10 notifications of YooKassa', () => {
  test('what the API confirms is booked; its credentials go along', async () => {
    const { id } = await world.subscription()
    const types = await world.types(async () => {
      const answer = await send.yookassa('payment.succeeded', payment(id))
      expect([answer.status, answer.body['outcome']]).toEqual([200, 'recorded'])
    })
    expect(types).toEqual([
      'subscription_payment.created',
      'subscription_payment.successful',
      'subscription.renewed',
    ])
    const asked = world.yookassa.requests.at(-1)
    expect(asked?.headers['authorization']).toBe(`Basic ${btoa('100500:test_secret')}`)
  })

  test('what the notification says is not believed, only what the API says', async () => {
    const { id } = await world.subscription()
    const canceled = payment(id, {
      status: 'canceled',
      cancellation_details: { party: 'payment_network', reason: 'insufficient_funds' },
    })
    await send.yookassa(
      'payment.succeeded',
      { ...canceled, status: 'succeeded' },
      {
        objects: { [`/payments/${canceled.id}`]: canceled },
      },
    )
    expect(await world.find('subscriptions', id)).toMatchObject({
      status: 'past_due',
      renewals: 0,
      lastFailure: { code: 'insufficient_funds' },
    })
  })

  test('a repeated notification books nothing more', async () => {
    const { id } = await world.subscription()
    const paid = payment(id)
    await send.yookassa('payment.succeeded', paid)
    const answer = await send.yookassa('payment.succeeded', paid)
    expect(answer.body['outcome']).toBe('known')
    expect(await world.find('subscriptions', id)).toMatchObject({ renewals: 1 })
  })

  test('a refund that overtakes the success of its payment books both', async () => {
    const { id } = await world.subscription()
    const paid = payment(id)
    const refund = {
      id: `refund-${next()}`,
      payment_id: paid.id,
      status: 'succeeded',
      amount: { value: '990.00', currency: 'RUB' },
    }
    const types = await world.types(() =>
      send.yookassa('refund.succeeded', refund, { objects: { [`/payments/${paid.id}`]: paid } }),
    )
    expect(types).toEqual([
      'subscription_payment.created',
      'subscription_payment.successful',
      'subscription.renewed',
      'subscription_payment.refunded',
    ])
  })

  test('payments of orders and other kinds of events are taken and left', async () => {
    const answers = [
      await send.yookassa('payment.succeeded', payment(undefined)),
      await send.yookassa('payout.succeeded', { id: 'po-1' }),
    ]
    expect(answers.map(({ body, status }) => [status, body])).toEqual([
      [200, { outcome: 'ignored' }],
      [200, { outcome: 'ignored' }],
    ])
  })

  test('foreign addresses, unknown payments and rubbish are refused by name', async () => {
    const { id } = await world.subscription()
    const paid = payment(id)
    const forged = { ...paid, id: 'made-up' }
    const asked = world.yookassa.requests.length
    expect(codeOf(await send.yookassa('payment.succeeded', paid, { from: '203.0.113.7' }))).toBe(
      '403 FLOW_PAYMENT_NOT_GENUINE',
    )
    expect(world.yookassa.requests).toHaveLength(asked)
    expect(
      codeOf(
        await send.yookassa('payment.succeeded', forged, {
          objects: { '/payments/made-up': undefined },
        }),
      ),
    ).toBe('403 FLOW_PAYMENT_NOT_GENUINE')
    expect(codeOf(await send.yookassa('payment.succeeded', { id: '../shop' }))).toBe(
      '400 FLOW_PAYMENT_UNREADABLE',
    )
    expect(codeOf(await send.yookassa('payment.succeeded', payment(999_999)))).toBe(
      '404 FLOW_PAYMENT_SUBSCRIPTION_UNKNOWN',
    )
    expect(await world.find('subscriptions', id)).toMatchObject({ renewals: 0 })
  })

  test('a silent API means: tell it again', async () => {
    const { id } = await world.subscription()
    const paid = payment(id)
    const pending = send.yookassa('payment.succeeded', paid)
    world.yookassa.answerWith(500)
    expect(codeOf(await pending)).toBe('503 FLOW_PAYMENT_PROVIDER_SILENT')
  })
})

test('providers that are not set up are told to come again', async () => {
  const bare = await bootFlow({ worker: false })
  try {
    const paths = ['generic', 'yookassa', 'cloudpayments', 'cloudpayments/pay']
    const answers = await Promise.all(
      paths.map((path) => bare.rest('POST', `/subscription-payments/intake/${path}`, {})),
    )
    expect(answers.map(codeOf)).toEqual(Array(4).fill('503 FLOW_PAYMENT_NOT_CONFIGURED'))
  } finally {
    await bare.destroy()
  }
})
