import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import {
  type BookingsWorld,
  MONDAY_10,
  openBookingsWorld,
} from '../../support/events/bookingsWorld.ts'
import { threeWays } from '../../support/events/threeWays.ts'

let world: BookingsWorld
beforeAll(async () => {
  world = await openBookingsWorld()
}, 300_000)
afterAll(async () => world?.close())

describe.each(threeWays)('a service saved by $name', ({ create, update }) => {
  const draft = { title: 'Массаж', durationMinutes: 60, _status: 'draft' }

  test('EV-03 service.created and service.published, together on the first publish', async () => {
    const types = await world.types(async () => {
      const { id } = await create(world, 'services', draft)
      await update(world, 'services', id, { _status: 'published' })
    })
    expect(types).toEqual(['service.created', 'service.published'])
  })

  test('EV-03 service.published again after it was taken back, which is an update', async () => {
    const { id } = await world.service()
    const types = await world.types(async () => {
      await update(world, 'services', id, { _status: 'draft' })
      await update(world, 'services', id, { _status: 'published' })
    })
    expect(types).toEqual(['service.updated', 'service.published'])
  })

  test('EV-03 service.updated', async () => {
    const { id } = await world.service()
    const events = await world.events(() => update(world, 'services', id, { durationMinutes: 90 }))
    expect(events.map(({ type }) => type)).toEqual(['service.updated'])
    expect(events[0]?.data).toMatchObject({
      changed: ['durationMinutes'],
      current: { durationMinutes: 90, title: { ru: 'Консультация' } },
      previous: { durationMinutes: 60 },
    })
  })
})

describe.each(threeWays)('a booking saved by $name', ({ create, update }) => {
  test('EV-03 booking.created', async () => {
    const service = await world.service()
    const events = await world.events(() =>
      create(world, 'bookings', { service: service.id, startsAt: MONDAY_10, status: 'pending' }),
    )
    expect(events.map(({ type }) => type)).toEqual(['booking.created'])
    expect(events[0]?.data.current).toMatchObject({
      startsAt: '2026-11-23T07:00:00.000Z',
      endsAt: '2026-11-23T08:00:00.000Z',
      price: { amount: 3500, currency: 'RUB' },
    })
    expect(events[0]?.data.current).not.toHaveProperty('busyUntil')
  })

  test.each([
    ['confirmed', 'confirmedAt'],
    ['completed', 'completedAt'],
    ['cancelled', 'cancelledAt'],
  ])('EV-03 booking.%s beside booking.status_changed', async (status, date) => {
    const { id: service } = await world.service()
    const { id } = await world.booking({ service, startsAt: MONDAY_10 })
    const events = await world.events(() => update(world, 'bookings', id, { status }))
    expect(events.map(({ type }) => type)).toEqual(['booking.status_changed', `booking.${status}`])
    expect(events[0]?.data).toMatchObject({ statusFrom: 'pending', statusTo: status })
    expect(events[1]?.data.current).toMatchObject({ [date]: expect.any(String) })
  })

  test('EV-03 booking.status_changed alone for a status without an event of its own', async () => {
    const { id: service } = await world.service()
    const { id } = await world.booking({ service, startsAt: MONDAY_10, status: 'confirmed' })
    const types = await world.types(() => update(world, 'bookings', id, { status: 'no_show' }))
    expect(types).toEqual(['booking.status_changed'])
  })
})

describe('public ways', () => {
  test('EV-03 booking.created over the public endpoint, booking.cancelled by the guest', async () => {
    const staff = [await world.person()]
    const service = await world.service({ staff })
    let answer: Record<string, unknown> = {}
    const booked = await world.types(async () => {
      const { body } = await world.rest('POST', `/services/${service.id}/book`, {
        startsAt: MONDAY_10,
        name: 'Анна',
        phone: '8 916 123-45-67',
      })
      answer = body
    })
    expect(booked).toEqual(['booking.created'])
    const cancelled = await world.types(() =>
      world.rest('POST', `/bookings/${answer['id']}/cancel`, { token: answer['token'] }),
    )
    expect(cancelled).toEqual(['booking.status_changed', 'booking.cancelled'])
  })
})

describe('saves that mean nothing', () => {
  test('drafts, autosaves, duplicates as drafts, unchanged saves, looking for slots', async () => {
    const service = await world.service({ staff: [await world.person()] })
    const booking = await world.booking({ service: service.id, startsAt: MONDAY_10 })
    const user = world.as.admin
    const types = await world.types(async () => {
      const draft = await world.rest('POST', '/services?draft=true', { title: 'Эскиз' }, { user })
      const id = String(draft.body.doc['id'])
      await world.rest(
        'PATCH',
        `/services/${id}?draft=true&autosave=true`,
        { title: 'Э' },
        { user },
      )
      await world.rest('POST', `/services/${service.id}/duplicate`, {}, { user })
      await world.rest('PATCH', `/services/${service.id}?draft=true`, { title: 'Потом' }, { user })
      await world.rest('PATCH', `/bookings/${booking.id}`, { status: 'pending' }, { user })
      await world.rest('PATCH', `/bookings/${booking.id}`, { staffNote: 'позвонить' }, { user })
      await world.slots(service.id, '2026-11-23')
    })
    expect(types).toEqual([])
  })

  test('a bulk update means each booking by itself', async () => {
    const { id: service } = await world.service()
    const first = await world.booking({ service, startsAt: MONDAY_10 })
    const second = await world.booking({ service, startsAt: MONDAY_10 })
    const types = await world.types(() =>
      world.rest(
        'PATCH',
        `/bookings?where[id][in]=${first.id},${second.id}`,
        { status: 'confirmed' },
        { user: world.as.admin },
      ),
    )
    expect(types.sort()).toEqual([
      'booking.confirmed',
      'booking.confirmed',
      'booking.status_changed',
      'booking.status_changed',
    ])
  })
})
