import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import {
  bookingSnapshot,
  serviceSnapshot,
  subscriptionPaymentSnapshot,
  subscriptionSnapshot,
} from '../../../src/index.ts'
import {
  type BookingsWorld,
  MONDAY_10,
  openBookingsWorld,
} from '../../support/events/bookingsWorld.ts'

let world: BookingsWorld
beforeAll(async () => {
  world = await openBookingsWorld()
}, 300_000)
afterAll(async () => world?.close())

/** Rows with as much in them as there can be, by the work that writes them. */
const rows = [
  {
    slug: 'subscriptions',
    snapshot: subscriptionSnapshot,
    write: async () => {
      const { id } = await world.subscription({
        note: 'n',
        cancellationReason: 'r',
        externalId: 'sub-1',
      })
      await world.payment({ subscription: id, status: 'failed', failureCode: 'c' })
      await world.payload.update({
        collection: 'subscriptions',
        id,
        data: {
          status: 'cancelled',
          pausedAt: MONDAY_10,
          expiredAt: MONDAY_10,
          trialEndsAt: MONDAY_10,
        },
      })
    },
  },
  {
    slug: 'subscription-payments',
    snapshot: subscriptionPaymentSnapshot,
    write: async () => {
      const { id } = await world.subscription()
      const failed = await world.payment({ subscription: id, status: 'failed' })
      await world.payment({
        subscription: id,
        status: 'refunded',
        retryOf: failed.id,
        externalId: 'p-1',
        periodStart: MONDAY_10,
        periodEnd: MONDAY_10,
        failureCode: 'c',
        failureReason: 'r',
        note: 'n',
        issue: 'amount_mismatch',
        paidAt: MONDAY_10,
        failedAt: MONDAY_10,
        appliedAt: MONDAY_10,
        refunds: [{ externalId: 'r-1', amount: 1, at: MONDAY_10 }],
      })
    },
  },
  {
    slug: 'services',
    snapshot: serviceSnapshot,
    write: async () => {
      await world.service({
        description: 'd',
        slotMinutes: 15,
        noticeMinutes: 5,
        staff: [await world.person()],
      })
    },
  },
  {
    slug: 'bookings',
    snapshot: bookingSnapshot,
    write: async () => {
      const { id: service } = await world.service()
      await world.booking({
        service,
        startsAt: MONDAY_10,
        staffMember: await world.person(),
        customer: world.as.customer.id,
        guest: { name: 'Анна', email: 'anna@example.com', phone: '+79161234567' },
        note: 'n',
        staffNote: 's',
        cancellationReason: 'c',
        status: 'completed',
        confirmedAt: MONDAY_10,
        cancelledAt: MONDAY_10,
      })
    },
  },
] as const

describe.each(rows)('a real row of $slug', ({ slug, snapshot, write }) => {
  test('fits its snapshot, which knows every column', async () => {
    const events = await world.events(write)
    const row = events.filter(({ meta }) => meta['collection'] === slug).at(-1)?.data.current ?? {}
    expect(snapshot.safeParse(row).error).toBeUndefined()
    const known = Object.keys(snapshot.shape)
    expect(Object.keys(row).filter((name) => !known.includes(name))).toEqual([])
    const { flattenedFields } = world.payload.collections[slug]?.config ?? {}
    const columns = (flattenedFields ?? [])
      .filter((field) => !('hidden' in field && field.hidden))
      .map(({ name }) => name)
    expect(known.filter((name) => name !== 'id' && !columns.includes(name))).toEqual([])
    expect(columns.filter((name) => !known.includes(name))).toEqual([])
  })

  test('caused events that fit their own schemas', async () => {
    const { rows: misfits } = await world.sql.query(
      'SELECT type, issues FROM event_logs WHERE issues IS NOT NULL',
    )
    expect(misfits).toEqual([])
  })
})
