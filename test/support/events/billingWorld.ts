import type { Role } from '../../../collections/access/role.ts'
import type { Actor } from '../payload/createActor.ts'
import { createActors } from '../payload/createActors.ts'
import { type BootedFlow, bootFlow } from '../flow/bootFlow.ts'
import { type FlowReceiver, startReceiver } from '../receiver/startReceiver.ts'
import { type MovableClock, movableClock } from './movableClock.ts'
import { type LoggedEvent, newEvents } from './newEvents.ts'

/** A document of the tests. */
export type Doc = Record<string, unknown> & { id: number }

/** The application with a clock that stands, payment secrets and somebody who plays YooKassa's API. */
export type BillingWorld = BootedFlow & {
  as: Record<Role, Actor>
  clock: MovableClock
  yookassa: FlowReceiver
  /** Events `act` wrote, in order. */
  events: (act: () => Promise<unknown>) => Promise<LoggedEvent[]>
  /** Their types. */
  types: (act: () => Promise<unknown>) => Promise<string[]>
  plan: (data?: Record<string, unknown>) => Promise<Doc>
  subscription: (data?: Record<string, unknown>) => Promise<Doc>
  payment: (data: Record<string, unknown>) => Promise<Doc>
  find: (collection: string, id: number) => Promise<Doc>
  close: () => Promise<void>
}

/** Secrets of the test's payment providers. */
export const billingSecrets = {
  generic: `whsec_${Buffer.alloc(32, 5).toString('base64')}`,
  cloudpayments: 'cloudpayments api secret',
  yookassa: { shopId: '100500', secretKey: 'test_secret' },
}

/** The moment at which every billing test begins. */
export const BILLING_START = '2026-11-01T09:00:00.000Z'

/** Boots the application without a worker. */
export async function openBillingWorld(): Promise<BillingWorld> {
  const yookassa = await startReceiver()
  const clock = movableClock(BILLING_START)
  const booted = await bootFlow({
    worker: false,
    clock,
    payments: {
      generic: { secrets: [billingSecrets.generic] },
      cloudpayments: { apiSecret: billingSecrets.cloudpayments },
      yookassa: { ...billingSecrets.yookassa, apiUrl: new URL('/v3', yookassa.url).href },
    },
  })
  const { payload, sql } = booted
  const as = await createActors(payload)
  const create = async (collection: string, data: Record<string, unknown>): Promise<Doc> =>
    (await payload.create({ collection, data, depth: 0 })) as Doc
  const plan = (data: Record<string, unknown> = {}): Promise<Doc> =>
    create('subscription-plans', {
      title: 'Клуб',
      price: { amount: 990, currency: 'RUB' },
      ...data,
    })
  return {
    ...booted,
    as,
    clock,
    yookassa,
    events: (act) => newEvents(sql, act),
    types: async (act) => (await newEvents(sql, act)).map(({ type }) => type),
    plan,
    subscription: async (data = {}) =>
      create('subscriptions', {
        customer: as.customer.id,
        plan: data['plan'] ?? (await plan()).id,
        ...data,
      }),
    payment: (data) => create('subscription-payments', data),
    find: async (collection, id) => (await payload.findByID({ collection, id, depth: 0 })) as Doc,
    close: async () => {
      await booted.destroy()
      await yookassa.close()
    },
  }
}
