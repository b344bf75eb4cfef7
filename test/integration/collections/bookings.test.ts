import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import {
  BOOKINGS_START,
  type BookingsWorld,
  MONDAY_10,
  openBookingsWorld,
} from '../../support/events/bookingsWorld.ts'

let world: BookingsWorld
beforeAll(async () => {
  world = await openBookingsWorld()
}, 300_000)
afterAll(async () => world?.close())
beforeEach(async () => {
  world.clock.set(BOOKINGS_START)
  // Limits count over the whole file.
  await world.sql.query('DELETE FROM flowmasters.rate_limits').catch(() => undefined)
})

const guest = { name: 'Анна', phone: '+79161234567' }

describe('EV-10 a booking', () => {
  test('is made from a service and a time; the end, the price and the zone are filled in', async () => {
    const person = await world.person({ timeZone: 'Asia/Almaty' })
    const service = await world.service({ durationMinutes: 45, bufferMinutes: 15, staff: [person] })
    const { body, status } = await world.rest(
      'POST',
      '/bookings?depth=0',
      { service: service.id, staffMember: person, startsAt: MONDAY_10 },
      { user: world.as.manager },
    )
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      status: 'pending',
      endsAt: '2026-11-23T07:45:00.000Z',
      price: { amount: 3500, currency: 'RUB' },
      timeZone: 'Asia/Almaty',
    })
    expect(body.doc).not.toHaveProperty('busyUntil')
  })

  test('keeps its price when the service becomes dearer, and moves its end when it is moved', async () => {
    const service = await world.service()
    const { id } = await world.booking({ service: service.id, startsAt: MONDAY_10 })
    await world.payload.update({
      collection: 'services',
      id: service.id,
      data: { price: { amount: 9000, currency: 'RUB' } },
    })
    const { body } = await world.rest(
      'PATCH',
      `/bookings/${id}`,
      { startsAt: '2026-11-23T12:00:00+03:00' },
      { user: world.as.manager },
    )
    expect(body.doc).toMatchObject({ price: { amount: 3500 }, endsAt: '2026-11-23T10:00:00.000Z' })
  })

  test.each([
    [{ startsAt: 'tomorrow' }, /valid date/i],
    [{ startsAt: MONDAY_10, service: 999_999 }, /nothing with the id/],
    [{ startsAt: MONDAY_10, staffMember: 999_999 }, /nothing with the id/],
    [{ startsAt: MONDAY_10, status: 'lost' }, /not a valid option|invalid/i],
    [{ startsAt: MONDAY_10, timeZone: 'Moon/Sea' }, /time zone/],
    [{ startsAt: MONDAY_10, guest: { phone: '12' } }, /not a phone number/],
    [{ startsAt: MONDAY_10, guest: { email: 'x' } }, /e-?mail/i],
  ])('is refused: %j', async (data, message) => {
    const service = await world.service()
    const { body, status } = await world.rest(
      'POST',
      '/bookings',
      { service: service.id, ...data },
      { user: world.as.admin },
    )
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(message)])
  })

  test('is refused in Russian for who reads Russian', async () => {
    const person = await world.person()
    const { id: service } = await world.service()
    await world.booking({ service, staffMember: person, startsAt: MONDAY_10 })
    const { body } = await world.rest(
      'POST',
      '/bookings',
      { service, staffMember: person, startsAt: MONDAY_10 },
      { user: world.as.admin, headers: { 'accept-language': 'ru' } },
    )
    expect(JSON.stringify(body)).toContain('Это время уже занято.')
  })

  test('EV-11 a completed one does not become pending again', async () => {
    const { id: service } = await world.service()
    const { id } = await world.booking({ service, startsAt: MONDAY_10, status: 'completed' })
    const { body, status } = await world.rest(
      'PATCH',
      `/bookings/${id}`,
      { status: 'pending' },
      { user: world.as.admin },
    )
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(/it is final/)])
  })

  test('a service with bookings is not deleted', async () => {
    const { id: service } = await world.service()
    await world.booking({ service, startsAt: MONDAY_10 })
    const { body, status } = await world.rest('DELETE', `/services/${service}`, undefined, {
      user: world.as.admin,
    })
    expect([status, JSON.stringify(body)]).toEqual([409, expect.stringMatching(/Unpublish it/)])
  })
})

describe('nobody is booked twice', () => {
  test('of 20 requests at once for one time exactly one wins, over REST', async () => {
    const staffMember = await world.person()
    const { id: service } = await world.service()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        world.rest(
          'POST',
          '/bookings',
          { service, staffMember, startsAt: MONDAY_10 },
          { user: world.as.admin },
        ),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(400)])
  })

  test('of 20 visitors at once for two people exactly two win, and the others hear why', async () => {
    const staff = [await world.person(), await world.person()]
    const { id: service } = await world.service({ staff })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        world.rest('POST', `/services/${service}/book`, { startsAt: MONDAY_10, ...guest }),
      ),
    )
    const won = answers.filter(({ status }) => status === 201)
    expect(won.map(({ body }) => body['staffMember']).sort()).toEqual([...staff].sort())
    const lost = answers.filter(({ status }) => status === 409)
    expect(lost).toHaveLength(18)
    expect(JSON.stringify(lost[0]?.body)).toContain('FLOW_BOOKING_SLOT_TAKEN')
  })

  test('the break after a service counts; times that only touch do not', async () => {
    const staffMember = await world.person()
    const { id: service } = await world.service({ bufferMinutes: 30 })
    const at = (startsAt: string) =>
      world.rest('POST', '/bookings', { service, staffMember, startsAt }, { user: world.as.admin })
    expect((await at('2026-11-23T10:00:00Z')).status).toBe(201)
    expect((await at('2026-11-23T11:15:00Z')).status).toBe(400)
    expect((await at('2026-11-23T11:30:00Z')).status).toBe(201)
    expect((await at('2026-11-23T08:45:00Z')).status).toBe(400)
    expect((await at('2026-11-23T08:30:00Z')).status).toBe(201)
  })

  test('a cancelled booking frees its time; taking it back is impossible', async () => {
    const staffMember = await world.person()
    const { id: service } = await world.service()
    const { id } = await world.booking({ service, staffMember, startsAt: MONDAY_10 })
    await world.payload.update({ collection: 'bookings', id, data: { status: 'cancelled' } })
    await expect(world.booking({ service, staffMember, startsAt: MONDAY_10 })).resolves.toBeTruthy()
  })

  test('a bulk update cannot move two bookings to one time', async () => {
    const staffMember = await world.person()
    const { id: service } = await world.service()
    const first = await world.booking({ service, staffMember, startsAt: '2026-11-24T07:00:00Z' })
    const second = await world.booking({ service, staffMember, startsAt: '2026-11-24T09:00:00Z' })
    const { body } = await world.rest(
      'PATCH',
      `/bookings?where[id][in]=${first.id},${second.id}`,
      { startsAt: MONDAY_10 },
      { user: world.as.admin },
    )
    expect(body.errors).toHaveLength(1)
    const { totalDocs } = await world.payload.count({
      collection: 'bookings',
      where: { staffMember: { equals: staffMember }, startsAt: { equals: MONDAY_10 } },
    })
    expect(totalDocs).toBe(1)
  })

  test('moving a booking within its own time is no conflict with itself', async () => {
    const staffMember = await world.person()
    const { id: service } = await world.service()
    const { id } = await world.booking({ service, staffMember, startsAt: MONDAY_10 })
    const { status } = await world.rest(
      'PATCH',
      `/bookings/${id}`,
      { startsAt: '2026-11-23T10:30:00+03:00' },
      { user: world.as.admin },
    )
    expect(status).toBe(200)
  })
})

describe('EV-10 access to bookings', () => {
  test.each<[Role | undefined, number, number, number, number]>([
    ['admin', 201, 200, 200, 200],
    ['manager', 201, 200, 200, 403],
    ['viewer', 403, 200, 403, 403],
    ['customer', 403, 404, 403, 403],
    [undefined, 403, 403, 403, 403],
  ])('%s: create %d, read %d, update %d, delete %d', async (role, create, read, update, remove) => {
    const { id: service } = await world.service()
    const { id } = await world.booking({ service, startsAt: MONDAY_10 })
    const options = { user: role ? world.as[role] : undefined }
    const data = { service, startsAt: MONDAY_10 }
    const statuses = [
      (await world.rest('POST', '/bookings', data, options)).status,
      (await world.rest('GET', `/bookings/${id}`, undefined, options)).status,
      (await world.rest('PATCH', `/bookings/${id}`, { note: 'x' }, options)).status,
      (await world.rest('DELETE', `/bookings/${id}`, undefined, options)).status,
    ]
    expect(statuses).toEqual([create, read, update, remove])
  })

  test('a customer finds their own only, over REST and GraphQL, without the note of the staff', async () => {
    const { id: service } = await world.service()
    const own = await world.booking({
      service,
      startsAt: MONDAY_10,
      customer: world.as.customer.id,
      staffNote: 'сложный',
    })
    const { body } = await world.rest('GET', '/bookings', undefined, { user: world.as.customer })
    expect(body.docs.map(({ id }) => id)).toEqual([own.id])
    expect(body.docs[0]).not.toHaveProperty('staffNote')
    const { data } = await world.graphql('{ Bookings { docs { id staffNote } } }', {
      user: world.as.customer,
    })
    expect(data?.['Bookings']).toEqual({ docs: [{ id: own.id, staffNote: null }] })
  })

  test('hours of the team are seen by staff only', async () => {
    const status = async (role?: Role) =>
      (
        await world.rest('GET', '/staff-schedules', undefined, {
          user: role ? world.as[role] : undefined,
        })
      ).status
    expect([await status('viewer'), await status('customer'), await status()]).toEqual([
      200, 403, 403,
    ])
  })
})
