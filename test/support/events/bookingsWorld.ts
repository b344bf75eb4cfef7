import { createActor } from '../payload/createActor.ts'
import { type BillingWorld, type Doc, openBillingWorld } from './billingWorld.ts'

/** The application with services, people who can be booked, and a clock that stands. */
export type BookingsWorld = BillingWorld & {
  /** Somebody who works Monday to Friday 10:00–14:00, Moscow time. */
  person: (schedule?: Record<string, unknown>) => Promise<number>
  /** A published service of an hour. */
  service: (data?: Record<string, unknown>) => Promise<Doc>
  booking: (data: Record<string, unknown>) => Promise<Doc>
  /** Beginnings of the free slots. */
  slots: (service: number, date: string, query?: string) => Promise<string[]>
}

/** A Sunday. */
export const BOOKINGS_START = '2026-11-22T09:00:00.000Z'
/** The Monday after it, in Moscow, which is three hours ahead. */
export const MONDAY_10 = '2026-11-23T10:00:00+03:00'

const week = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => ({ day, from: '10:00', to: '14:00' }))

/** Boots it without a worker. */
export async function openBookingsWorld(): Promise<BookingsWorld> {
  const world = await openBillingWorld()
  world.clock.set(BOOKINGS_START)
  // Everybody has just been seen, by this clock: their next request is no return.
  for (const user of Object.values(world.as))
    await world.rest('GET', '/users/me', undefined, { user })
  const create = async (collection: string, data: Record<string, unknown>): Promise<Doc> =>
    (await world.payload.create({ collection, data, depth: 0 })) as Doc
  return {
    ...world,
    person: async (schedule = {}) => {
      const { id } = await createActor(world.payload, 'viewer')
      await create('staff-schedules', {
        staffMember: id,
        name: 'Мария',
        timeZone: 'Europe/Moscow',
        hours: week,
        ...schedule,
      })
      return Number(id)
    },
    service: (data = {}) =>
      create('services', {
        title: 'Консультация',
        price: { amount: 3500, currency: 'RUB' },
        _status: 'published',
        ...data,
      }),
    booking: (data) => create('bookings', data),
    slots: async (service, date, query = '') => {
      const { body } = await world.rest('GET', `/services/${service}/slots?date=${date}${query}`)
      const slots = body['slots'] as { startsAt: string }[]
      return slots.map(({ startsAt }) => startsAt)
    },
  }
}
