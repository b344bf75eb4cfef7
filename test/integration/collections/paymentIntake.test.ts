import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import {
  BILLING_START,
  billingSecrets,
  type BillingWorld,
  type Doc,
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
const newId = (): string => `pay-${next()}`
const money = { amount: 990, currency: 'RUB' }

const paymentsOf = async (subscription: number): Promise<Doc[]> => {
  const { docs } = await world.payload.find({
    collection: 'subscription-payments',
    where: { subscription: { equals: subscription } },
    sort: 'id',
    depth: 0,
  })
  return docs as Doc[]
}

describe('EV-10 signed notifications', () => {
  test('a success is booked and renews the subscription, all in one go', async () => {
    const { id } = await world.subscription()
    const types = await world.types(async () => {
      const answer = await send.generic('payment.successful', {
        id: newId(),
        subscription: id,
        ...money,
      })
      expect([answer.status, answer.body]).toEqual([
        200,
        { outcome: 'recorded', paymentId: expect.any(Number) },
      ])
    })
    expect(types).toEqual([
      'subscription_payment.created',
      'subscription_payment.successful',
      'subscription.renewed',
    ])
    expect(await paymentsOf(id)).toMatchObject([
      { provider: 'generic', status: 'successful', paidAt: BILLING_START, attempt: 1 },
    ])
  })

  test('told 20 times at once it renews once', async () => {
    const { id } = await world.subscription()
    const payment = { id: newId(), subscription: id, ...money }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send.generic('payment.successful', payment)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(answers.filter(({ body }) => body['outcome'] === 'recorded')).toHaveLength(1)
    expect(await paymentsOf(id)).toHaveLength(1)
    expect(await world.find('subscriptions', id)).toMatchObject({
      renewals: 1,
      currentPeriodEnd: '2027-01-01T09:00:00.000Z',
    })
  })

  test('ten different payments at once renew ten times', async () => {
    const { id } = await world.subscription()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        send.generic('payment.successful', { id: newId(), subscription: id, ...money }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(await world.find('subscriptions', id)).toMatchObject({
      renewals: 10,
      currentPeriodEnd: '2027-10-01T09:00:00.000Z',
    })
  })

  test('in any order: a late "pending" or "failed" undoes nothing', async () => {
    const { id } = await world.subscription()
    const payment = { id: newId(), subscription: id, ...money }
    await send.generic('payment.successful', payment)
    const types = await world.types(async () => {
      expect((await send.generic('payment.pending', payment)).body['outcome']).toBe('stale')
      expect((await send.generic('payment.failed', payment)).body['outcome']).toBe('stale')
    })
    expect(types).toEqual([])
    expect(await paymentsOf(id)).toMatchObject([{ status: 'successful' }])
  })

  test('a failure, told twice, marks the subscription once; the next payment is its retry', async () => {
    const { id } = await world.subscription()
    const failed = {
      id: newId(),
      subscription: id,
      ...money,
      failureCode: 'insufficient_funds',
      failureReason: 'Недостаточно средств',
    }
    await send.generic('payment.failed', failed)
    await send.generic('payment.failed', failed)
    expect(await world.find('subscriptions', id)).toMatchObject({
      status: 'past_due',
      failedPayments: 1,
      lastFailure: { code: 'insufficient_funds' },
    })
    const types = await world.types(() =>
      send.generic('payment.successful', { id: newId(), subscription: id, ...money }),
    )
    expect(types).toEqual([
      'subscription_payment.created',
      'subscription_payment.retry',
      'subscription_payment.successful',
      'subscription.renewed',
    ])
    const [first, second] = await paymentsOf(id)
    expect(second).toMatchObject({ retryOf: first?.id, attempt: 2 })
    expect(await world.find('subscriptions', id)).toMatchObject({ status: 'active' })
  })

  test('the same payment tried again counts its attempts', async () => {
    const { id } = await world.subscription()
    const payment = { id: newId(), subscription: id, ...money }
    await send.generic('payment.failed', payment)
    const types = await world.types(() =>
      send.generic('payment.failed', { ...payment, attempt: 2 }),
    )
    expect(types).toEqual(['subscription_payment.retry'])
    expect((await send.generic('payment.failed', { ...payment, attempt: 2 })).body['outcome']).toBe(
      'known',
    )
  })

  test('refunds add up; each is told once, and only the whole is refunded', async () => {
    const { id } = await world.subscription()
    const payment = { id: newId(), subscription: id, currency: 'RUB' }
    await send.generic('payment.successful', { ...payment, amount: 990 })
    const refund = (refundId: string, amount: number) =>
      send.generic('payment.refunded', { ...payment, amount, refundId })
    expect(await world.types(() => refund('r1', 490))).toEqual([])
    expect((await refund('r1', 490)).body['outcome']).toBe('known')
    expect(await world.types(() => refund('r2', 500))).toEqual(['subscription_payment.refunded'])
    expect(await paymentsOf(id)).toMatchObject([
      { status: 'refunded', refunds: [{ externalId: 'r1' }, { externalId: 'r2' }] },
    ])
  })

  test('a payment below the price is kept but renews nothing until a manager lets it', async () => {
    const { id } = await world.subscription()
    await send.generic('payment.successful', {
      id: newId(),
      subscription: id,
      amount: 1,
      currency: 'RUB',
    })
    const [payment] = await paymentsOf(id)
    expect(payment).toMatchObject({ issue: 'amount_mismatch', appliedAt: null })
    expect(await world.find('subscriptions', id)).toMatchObject({ renewals: 0 })
    const types = await world.types(() =>
      world.rest(
        'PATCH',
        `/subscription-payments/${payment?.id}`,
        { issue: null },
        { user: world.as.manager },
      ),
    )
    expect(types).toEqual(['subscription.renewed'])
  })

  test('a payment of an unknown subscription and a refund of an unknown payment are to be told again', async () => {
    const unknown = await send.generic('payment.successful', {
      id: newId(),
      subscription: 999_999,
      ...money,
    })
    expect([unknown.status, JSON.stringify(unknown.body)]).toEqual([
      404,
      expect.stringContaining('FLOW_PAYMENT_SUBSCRIPTION_UNKNOWN'),
    ])
    const { id } = await world.subscription()
    const refund = { id: newId(), subscription: id, ...money }
    expect(JSON.stringify((await send.generic('payment.refunded', refund)).body)).toContain(
      'FLOW_PAYMENT_UNKNOWN',
    )
    await send.generic('payment.pending', refund)
    const early = await send.generic('payment.refunded', refund)
    expect([early.status, JSON.stringify(early.body)]).toEqual([
      409,
      expect.stringContaining('FLOW_PAYMENT_OUT_OF_ORDER'),
    ])
  })

  test('a subscription is also found by the number it has at the provider', async () => {
    const { id } = await world.subscription({ provider: 'generic', externalId: newId() })
    const { externalId } = await world.find('subscriptions', id)
    const answer = await send.generic('payment.successful', {
      id: newId(),
      subscriptionExternalId: externalId,
      ...money,
    })
    expect(answer.status).toBe(200)
    expect(await paymentsOf(id)).toHaveLength(1)
  })

  test.each([
    ['no signature', { headers: { 'webhook-signature': '' } }, 401, 'FLOW_PAYMENT_NOT_GENUINE'],
    ['no id', { headers: { 'webhook-id': '' } }, 401, 'FLOW_PAYMENT_NOT_GENUINE'],
    ['an old time', { headers: { 'webhook-timestamp': '1' } }, 401, 'FLOW_PAYMENT_NOT_GENUINE'],
    [
      'a foreign secret',
      { secret: `whsec_${Buffer.alloc(32, 9).toString('base64')}` },
      401,
      'FLOW_PAYMENT_NOT_GENUINE',
    ],
    ['a changed body', { body: '{"type":"payment.successful"}' }, 401, 'FLOW_PAYMENT_NOT_GENUINE'],
    ['too much', { body: 'x'.repeat(70_000) }, 413, 'FLOW_API_BODY_TOO_LARGE'],
  ])('%s is refused', async (_what, changes, status, code) => {
    const { id } = await world.subscription()
    const answer = await send.generic(
      'payment.successful',
      { id: newId(), subscription: id, ...money },
      changes,
    )
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      status,
      expect.stringContaining(code),
    ])
    expect(await paymentsOf(id)).toEqual([])
  })

  test.each([
    ['payment.lost', { id: 'x', subscription: 1 }],
    ['payment.successful', { subscription: 1 }],
    ['payment.successful', { id: 'x' }],
    ['payment.successful', { id: 'x', subscription: 1, amount: 5 }],
    ['payment.successful', { id: 'x', subscription: 1, amount: -5, currency: 'RUB' }],
    ['payment.successful', { id: 'x\0', subscription: 1 }],
    ['payment.successful', { id: { $ne: 1 }, subscription: 1 }],
  ])('%s %j is refused by name', async (type, data) => {
    const answer = await send.generic(type, data)
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      400,
      expect.stringContaining('FLOW_PAYMENT_UNREADABLE'),
    ])
  })

  test.each(['99999999999', '1e3', '-1', "1' or 1=1"])(
    'a subscription "%s" is unknown, not an error of the server',
    async (subscription) => {
      const answer = await send.generic('payment.successful', { id: newId(), subscription })
      expect(answer.status).toBe(404)
    },
  )
})

describe('EV-10 notifications of CloudPayments', () => {
  const fields = (subscription: number, more: Record<string, string> = {}) => ({
    TransactionId: String(5_000_000 + next()),
    Amount: '990.00',
    Currency: 'RUB',
    DateTime: '2026-11-01 09:00:00',
    Status: 'Completed',
    Data: JSON.stringify({ subscription_id: subscription, note: 'Клуб + скидка' }),
    ...more,
  })

  test.each(['content-hmac', 'x-content-hmac'])(
    'pay with %s is answered code 0',
    async (header) => {
      const { id } = await world.subscription()
      const answer = await send.cloudpayments('pay', fields(id), { header })
      expect([answer.status, answer.body]).toEqual([200, { code: 0 }])
      expect(await paymentsOf(id)).toMatchObject([
        {
          provider: 'cloudpayments',
          status: 'successful',
          amount: { amount: 990, currency: 'RUB' },
        },
      ])
    },
  )

  test('the signature may be of the decoded text, and the body JSON', async () => {
    const { id } = await world.subscription()
    const { createHmac } = await import('node:crypto')
    const text = new URLSearchParams(fields(id)).toString()
    const decoded = decodeURIComponent(text.replaceAll('+', ' '))
    const mac = createHmac('sha256', billingSecrets.cloudpayments).update(decoded).digest('base64')
    const answer = await world.rest(
      'POST',
      '/subscription-payments/intake/cloudpayments/pay',
      text,
      { headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-content-hmac': mac } },
    )
    expect(answer.body).toEqual({ code: 0 })
    expect((await send.cloudpayments('pay', fields(id), { json: true })).body).toEqual({ code: 0 })
    expect(await paymentsOf(id)).toHaveLength(2)
  })

  test('fail, then pay for the same subscription; a repeated pay books nothing more', async () => {
    const { id } = await world.subscription()
    await send.cloudpayments(
      'fail',
      fields(id, { Status: 'Declined', Reason: 'InsufficientFunds', ReasonCode: '5051' }),
    )
    expect(await world.find('subscriptions', id)).toMatchObject({
      status: 'past_due',
      lastFailure: { code: '5051', reason: 'InsufficientFunds' },
    })
    const paid = fields(id)
    await send.cloudpayments('pay', paid)
    await send.cloudpayments('pay', paid)
    expect(await paymentsOf(id)).toHaveLength(2)
    expect(await world.find('subscriptions', id)).toMatchObject({ status: 'active', renewals: 1 })
  })

  test('money that is only held comes with confirm', async () => {
    const { id } = await world.subscription()
    const held = fields(id, { Status: 'Authorized' })
    await send.cloudpayments('pay', held)
    expect(await paymentsOf(id)).toMatchObject([{ status: 'pending' }])
    await send.cloudpayments('confirm', { ...held, Status: 'Completed' })
    expect(await paymentsOf(id)).toMatchObject([{ status: 'successful' }])
  })

  test('a refund finds the payment it refunds', async () => {
    const { id } = await world.subscription()
    const paid = fields(id)
    await send.cloudpayments('pay', paid)
    const answer = await send.cloudpayments('refund', {
      TransactionId: '9000001',
      PaymentTransactionId: paid.TransactionId,
      Amount: '990.00',
      OperationType: 'Refund',
    })
    expect(answer.body).toEqual({ code: 0 })
    expect(await paymentsOf(id)).toMatchObject([{ status: 'refunded' }])
  })

  test('one address for all tells pay, fail and refund apart', async () => {
    const { id } = await world.subscription()
    await send.cloudpayments('', fields(id, { Status: 'Declined', ReasonCode: '5051' }))
    await send.cloudpayments('', fields(id))
    expect((await paymentsOf(id)).map(({ status }) => status)).toEqual(['failed', 'successful'])
  })

  test('check answers 0, 10 unknown, 12 wrong sum, 13 cancelled, and books nothing', async () => {
    const { id } = await world.subscription()
    const cancelled = await world.subscription({ status: 'cancelled' })
    const check = async (data: Record<string, string>) =>
      (await send.cloudpayments('check', data)).body['code']
    expect([
      await check(fields(id)),
      await check(fields(999_999)),
      await check(fields(id, { Amount: '1.00' })),
      await check(fields(cancelled.id)),
    ]).toEqual([0, 10, 12, 13])
    expect(await paymentsOf(id)).toEqual([])
  })

  test('what concerns no subscription is taken and left', async () => {
    const { id } = await world.subscription()
    const other = fields(id, { Data: '' })
    expect((await send.cloudpayments('pay', other)).body).toEqual({ code: 0 })
    expect((await send.cloudpayments('receipt', { Id: '1' })).body).toEqual({ code: 0 })
    expect(await paymentsOf(id)).toEqual([])
  })

  test('an unknown subscription, a foreign secret and rubbish are refused by name', async () => {
    const codeOf = async (answer: Promise<{ status: number; body: unknown }>) => {
      const { body, status } = await answer
      return `${status} ${JSON.stringify(body).match(/FLOW_\w+/)?.[0]}`
    }
    expect([
      await codeOf(send.cloudpayments('pay', fields(999_999))),
      await codeOf(send.cloudpayments('pay', fields(1), { secret: 'other' })),
      await codeOf(send.cloudpayments('pay', fields(1), { header: 'x-none' })),
      await codeOf(send.cloudpayments('pay', { TransactionId: 'x' })),
      await codeOf(send.cloudpayments('pay', fields(1, { Data: '{' }))),
      await codeOf(send.cloudpayments('steal', fields(1))),
    ]).toEqual([
      '404 FLOW_PAYMENT_SUBSCRIPTION_UNKNOWN',
      '401 FLOW_PAYMENT_NOT_GENUINE',
      '401 FLOW_PAYMENT_NOT_GENUINE',
      '400 FLOW_PAYMENT_UNREADABLE',
      '400 FLOW_PAYMENT_UNREADABLE',
      '400 FLOW_PAYMENT_UNREADABLE',
    ])
  })
})
