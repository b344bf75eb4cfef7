import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'

import {
  BILLING_START,
  type BillingWorld,
  openBillingWorld,
} from '../../support/events/billingWorld.ts'
import type { LoggedEvent } from '../../support/events/newEvents.ts'

let world: BillingWorld
beforeAll(async () => {
  world = await openBillingWorld()
}, 300_000)
afterAll(async () => world?.close())

const DAY_MS = 86_400_000

type Step = { act: keyof typeof acts; days: number }

/** What may happen to a subscription; what its status forbids is refused, and must leave no trace. */
const acts = {
  paid: (id: number) => world.payment({ subscription: id, status: 'successful' }),
  failed: (id: number) => world.payment({ subscription: id, status: 'failed' }),
  pending: (id: number) => world.payment({ subscription: id }),
  settled: async (id: number) => {
    const { docs } = await world.payload.find({
      collection: 'subscription-payments',
      where: { and: [{ subscription: { equals: id } }, { status: { equals: 'pending' } }] },
      limit: 1,
    })
    const [payment] = docs
    if (!payment) return
    await world.payload.update({
      collection: 'subscription-payments',
      id: payment.id,
      data: { status: 'successful' },
    })
  },
  pause: (id: number) => setStatus(id, 'paused'),
  resume: (id: number) => setStatus(id, 'active'),
  expire: (id: number) => setStatus(id, 'expired'),
  cancel: (id: number) => setStatus(id, 'cancelled'),
  note: (id: number) =>
    world.payload.update({
      collection: 'subscriptions',
      id,
      data: { note: String(Math.random()) },
    }),
}

const setStatus = (id: number, status: string) =>
  world.payload.update({ collection: 'subscriptions', id, data: { status } })

/** What a receiver of the events knows of the subscription. */
type Known = { status: unknown; end: unknown; renewals: number; failures: number }

function replay(events: LoggedEvent[]): Known {
  const known: Known = { status: undefined, end: null, renewals: 0, failures: 0 }
  for (const { data, type } of events) {
    const { current } = data
    if (type.startsWith('subscription.')) {
      known.status = current['status']
      known.end = current['currentPeriodEnd']
      if (type === 'subscription.renewed') known.renewals += 1
      if (type === 'subscription.payment_failed') known.failures += 1
    }
    if (type === 'subscription_payment.successful' && current['appliedAt']) {
      known.status = known.status === 'paused' ? 'paused' : 'active'
      known.end = current['periodEnd']
      known.failures = 0
    }
  }
  return known
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(
    ...(['paid', 'failed', 'pending', 'settled', 'pause', 'expire', 'cancel', 'note'] as const),
  ),
  days: fc.integer({ min: 0, max: 45 }),
})

test('EV-03 whatever happens, the events of a subscription replayed in order rebuild it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('active', 'past_due', 'trialing'),
      async (steps, status) => {
        world.clock.set(BILLING_START)
        let id = 0
        const events = await world.events(async () => {
          id = (await world.subscription({ status })).id
          for (const { act, days } of steps) {
            world.clock.forward(days * DAY_MS)
            await refusable(acts[act](id))
          }
        })
        const row = await world.find('subscriptions', id)
        expect(replay(events)).toEqual({
          status: row['status'],
          end: row['currentPeriodEnd'],
          renewals: row['renewals'],
          failures: row['failedPayments'],
        })
      },
    ),
    { numRuns: 12 },
  )
}, 300_000)

test('EV-03 going on after a pause has no event of its own; the next one tells of it', async () => {
  world.clock.set(BILLING_START)
  const { id } = await world.subscription()
  await acts.pause(id)
  expect(await world.types(() => acts.resume(id))).toEqual([])
  const events = await world.events(() => acts.paid(id))
  expect(events.at(-1)?.data).toMatchObject({
    previous: { status: 'active', pausedAt: null },
    current: { status: 'active' },
  })
})

/** A refusal is one of ours, with its status; anything else fails the property. */
async function refusable(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    const isRefusal = error instanceof Error && error.name === 'ValidationError'
    if (!isRefusal) throw error
  })
}
