import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

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
  await world.sql.query('DELETE FROM flowmasters.rate_limits').catch(() => undefined)
})

const guest = { name: 'Анна', phone: '+79161234567' }
const book = (service: number, data: Record<string, unknown>, token?: string) =>
  world.rest('POST', `/services/${service}/book`, data, token ? { user: { token } } : {})

describe('EV-10 a service', () => {
  test('begins as a draft from a title alone, with its defaults', async () => {
    const { body, status } = await world.rest(
      'POST',
      '/services',
      { title: 'Стрижка', _status: 'draft' },
      { user: world.as.manager },
    )
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({ durationMinutes: 60, bufferMinutes: 0, slug: 'strizhka' })
  })

  test('is seen by visitors once it is published', async () => {
    const draft = await world.service({ _status: 'draft' })
    const shown = await world.service()
    expect((await world.rest('GET', `/services/${draft.id}`)).status).toBe(404)
    expect((await world.rest('GET', `/services/${shown.id}`)).status).toBe(200)
    const { status } = await world.rest('GET', `/services/${draft.id}`, undefined, {
      user: world.as.viewer,
    })
    expect(status).toBe(200)
  })

  test.each([
    { durationMinutes: 0 },
    { durationMinutes: 30.5 },
    { bufferMinutes: -1 },
    { staff: [999_999] },
    { staff: ['nobody'] },
    { cover: 999_999 },
    { cover: 99_999_999_999 },
  ])('is refused: %j', async (data) => {
    const { status } = await world.rest(
      'POST',
      '/services',
      { title: 'x', ...data },
      { user: world.as.admin },
    )
    expect(status).toBe(400)
  })

  test.each([
    [{ hours: [{ day: 'mon', from: '18:00', to: '09:00' }] }, 'hours.0.to'],
    [{ hours: [{ day: 'mon', from: '9', to: '10:00' }] }, 'time such as 09:30'],
    [{ absences: [{ from: '2026-12-02T00:00:00Z', to: '2026-12-01T00:00:00Z' }] }, 'absences.0.to'],
  ])('hours are refused: %j', async (data, field) => {
    const { body, status } = await world.rest(
      'POST',
      '/staff-schedules',
      { staffMember: world.as.viewer.id, name: 'x', ...data },
      { user: world.as.admin },
    )
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(field)])
  })
})

describe('free slots', () => {
  test('are the working hours of the day in steps of the service, in the zone of the person', async () => {
    const { id } = await world.service({ staff: [await world.person()] })
    expect(await world.slots(id, '2026-11-23')).toEqual([
      '2026-11-23T10:00:00+03:00',
      '2026-11-23T11:00:00+03:00',
      '2026-11-23T12:00:00+03:00',
      '2026-11-23T13:00:00+03:00',
    ])
    expect(await world.slots(id, '2026-11-22')).toEqual([])
  })

  test('leave out bookings with their breaks, absences and what is too soon', async () => {
    const absences = [{ from: '2026-11-23T10:00:00Z', to: '2026-11-23T10:30:00Z' }]
    const person = await world.person({ absences })
    const { id } = await world.service({
      staff: [person],
      durationMinutes: 30,
      bufferMinutes: 15,
      slotMinutes: 30,
      noticeMinutes: 60,
    })
    await world.booking({ service: id, staffMember: person, startsAt: MONDAY_10 })
    world.clock.set('2026-11-23T06:50:00.000Z')
    // 10:00 is booked until 10:45, 10:30 is in its break; 13:00 to 13:30 nobody is there.
    expect(await world.slots(id, '2026-11-23')).toEqual([
      '2026-11-23T11:00:00+03:00',
      '2026-11-23T11:30:00+03:00',
      '2026-11-23T12:00:00+03:00',
      '2026-11-23T12:30:00+03:00',
      '2026-11-23T13:30:00+03:00',
    ])
  })

  test('tell people who are free together, and one person when asked', async () => {
    const [anna, boris] = [await world.person(), await world.person({ name: 'Борис' })]
    const { id } = await world.service({ staff: [anna, boris] })
    await world.booking({ service: id, staffMember: anna, startsAt: MONDAY_10 })
    const { body } = await world.rest('GET', `/services/${id}/slots?date=2026-11-23`)
    const slots = body['slots'] as { staff: { id: number }[] }[]
    expect(slots.map(({ staff }) => staff.length)).toEqual([1, 2, 2, 2])
    expect(await world.slots(id, '2026-11-23', `&staff=${anna}`)).toHaveLength(3)
  })

  test('leave out people whose hours are switched off', async () => {
    const { id } = await world.service({ staff: [await world.person({ active: false })] })
    expect(await world.slots(id, '2026-11-23')).toEqual([])
  })

  test.each([
    ['/services/999999/slots?date=2026-11-23', 404, 'FLOW_SERVICE_NOT_FOUND'],
    ['/services/x/slots?date=2026-11-23', 404, 'FLOW_SERVICE_NOT_FOUND'],
    ['/services/99999999999/slots?date=2026-11-23', 404, 'FLOW_SERVICE_NOT_FOUND'],
    ['/services/1/slots', 400, 'FLOW_API_INPUT_INVALID'],
    ['/services/1/slots?date=2026-13-40', 400, 'FLOW_API_INPUT_INVALID'],
    ['/services/1/slots?date=2026-11-23&every=5', 400, 'FLOW_API_INPUT_INVALID'],
  ])('%s is refused with %d %s', async (path, status, code) => {
    const answer = await world.rest('GET', path)
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      status,
      expect.stringContaining(code),
    ])
  })

  test('of a draft do not exist', async () => {
    const { id } = await world.service({ _status: 'draft', staff: [await world.person()] })
    expect((await world.rest('GET', `/services/${id}/slots?date=2026-11-23`)).status).toBe(404)
  })
})

describe('booking as a visitor', () => {
  test('writes the phone number in its international form and tells the token once', async () => {
    const person = await world.person()
    const { id } = await world.service({ staff: [person] })
    const { body, status } = await book(id, {
      startsAt: MONDAY_10,
      name: 'Анна',
      phone: '8 (916) 123-45-67',
      note: 'впервые',
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      status: 'pending',
      staffMember: person,
      token: expect.any(String),
    })
    expect(await world.find('bookings', Number(body['id']))).toMatchObject({
      guest: { name: 'Анна', phone: '+79161234567' },
      source: 'site',
      note: 'впервые',
      timeZone: 'Europe/Moscow',
    })
  })

  test('a signed-in customer books on their account', async () => {
    const { id } = await world.service({ staff: [await world.person()] })
    const { body } = await book(id, { startsAt: MONDAY_10 }, world.as.customer.token)
    expect(await world.find('bookings', Number(body['id']))).toMatchObject({
      customer: world.as.customer.id,
    })
  })

  test('a robot that fills the trap books nothing', async () => {
    const { id } = await world.service({ staff: [await world.person()] })
    const { status } = await book(id, { startsAt: MONDAY_10, ...guest, website: 'https://x.test' })
    expect(status).toBe(201)
    const { totalDocs } = await world.payload.count({
      collection: 'bookings',
      where: { service: { equals: id } },
    })
    expect(totalDocs).toBe(0)
  })

  test.each([
    [{ ...guest }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ startsAt: MONDAY_10 }, 400, 'FLOW_BOOKING_CONTACT_MISSING'],
    [{ startsAt: MONDAY_10, phone: '12345' }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ startsAt: MONDAY_10, email: 'anna' }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ startsAt: '2026-11-23T10:00:00', ...guest }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ startsAt: MONDAY_10, ...guest, status: 'confirmed' }, 400, 'FLOW_API_INPUT_INVALID'],
    [{ startsAt: '2026-11-23T10:10:00+03:00', ...guest }, 409, 'FLOW_BOOKING_SLOT_TAKEN'],
    [{ startsAt: '2026-11-23T03:00:00+03:00', ...guest }, 409, 'FLOW_BOOKING_SLOT_TAKEN'],
    [{ startsAt: '2026-11-16T10:00:00+03:00', ...guest }, 409, 'FLOW_BOOKING_SLOT_TAKEN'],
    [{ startsAt: MONDAY_10, ...guest, staff: 999_999 }, 409, 'FLOW_BOOKING_SLOT_TAKEN'],
  ])('%j is refused with %d %s', async (data, status, code) => {
    const { id } = await world.service({ staff: [await world.person()] })
    const answer = await book(id, data)
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      status,
      expect.stringContaining(code),
    ])
  })

  test('is limited by address', async () => {
    const { id } = await world.service()
    const statuses: number[] = []
    for (let index = 0; index < 21; index += 1) {
      const answer = await world.rest(
        'POST',
        `/services/${id}/book`,
        { startsAt: MONDAY_10, ...guest },
        { headers: { 'x-forwarded-for': '203.0.113.9' } },
      )
      statuses.push(answer.status)
    }
    expect(statuses.at(19)).toBe(409)
    expect(statuses.at(20)).toBe(429)
  })
})

describe('cancelling a booking', () => {
  const cancel = (id: unknown, body: Record<string, unknown>, token?: string) =>
    world.rest('POST', `/bookings/${id}/cancel`, body, token ? { user: { token } } : {})

  test('a guest needs the token of this booking', async () => {
    const { id } = await world.service({ staff: [await world.person()] })
    const first = (await book(id, { startsAt: MONDAY_10, ...guest })).body
    const other = (await book(id, { startsAt: '2026-11-23T11:00:00+03:00', ...guest })).body
    expect((await cancel(first['id'], {})).status).toBe(404)
    expect((await cancel(first['id'], { token: other['token'] })).status).toBe(404)
    const done = await cancel(first['id'], { token: first['token'], reason: 'заболела' })
    expect([done.status, done.body]).toEqual([200, { id: first['id'], status: 'cancelled' }])
    const again = await cancel(first['id'], { token: first['token'] })
    expect(again.status).toBe(200)
  })

  test('a customer cancels their own before it begins, and nobody else’s', async () => {
    const { id: service } = await world.service()
    const own = await world.booking({
      service,
      startsAt: MONDAY_10,
      customer: world.as.customer.id,
    })
    const other = await world.booking({ service, startsAt: MONDAY_10 })
    const { token } = world.as.customer
    expect((await cancel(other.id, {}, token)).status).toBe(404)
    world.clock.set('2026-11-23T07:00:00.000Z')
    const late = await cancel(own.id, {}, token)
    expect([late.status, JSON.stringify(late.body)]).toEqual([
      409,
      expect.stringContaining('FLOW_BOOKING_STARTED'),
    ])
    expect((await cancel(own.id, {}, world.as.manager.token)).status).toBe(200)
  })

  test('a completed one is refused by name', async () => {
    const { id: service } = await world.service()
    const { id } = await world.booking({ service, startsAt: MONDAY_10, status: 'completed' })
    const answer = await cancel(id, {}, world.as.manager.token)
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([
      409,
      expect.stringContaining('FLOW_BOOKING_REFUSED'),
    ])
  })
})
