import { DateTime } from 'luxon'
import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { type Availability, availability } from '../slots/availability.ts'
import { findService } from './findService.ts'

const query = z.strictObject({
  /** A day of the zone in which the person works. */
  date: z.iso.date({ error: 'must be a day such as 2026-11-23' }),
  staff: z.string().max(64).optional(),
  locale: z.string().max(20).optional(),
})

/**
 * `GET /api/services/:id/slots?date=2026-11-23&staff=7`: when the service can be booked on that day, and with whom.
 * Public. FLOW_SERVICE_NOT_FOUND (404).
 */
export const listSlots = defineEndpoint({
  method: 'get',
  path: '/:id/slots',
  access: 'public',
  limit: { name: 'booking-slots', points: 120, perSeconds: 60 },
  query,
  handle: async ({ param, query: { date, staff }, req, runtime }) => {
    const service = await findService(req, param('id'))
    const free = await availability(req, {
      service,
      date,
      staffMember: staff,
      now: runtime.clock.now(),
    })
    const durationMinutes = Number(service['durationMinutes'])
    return jsonResponse({ service: service.id, date, slots: slotsOf(free, durationMinutes) })
  },
})

/** One slot per moment; people who are free at it are told together. */
function slotsOf(free: readonly Availability[], durationMinutes: number): unknown[] {
  const starts = new Set(free.flatMap((person) => person.starts))
  return [...starts]
    .sort((left, right) => left - right)
    .map((start) => {
      const people = free.filter((person) => person.starts.includes(start))
      const at = DateTime.fromMillis(start, { zone: people[0]?.timeZone ?? 'utc' })
      return {
        startsAt: at.toISO({ suppressMilliseconds: true }),
        endsAt: at.plus({ minutes: durationMinutes }).toISO({ suppressMilliseconds: true }),
        timeZone: people[0]?.timeZone,
        staff: people.map(({ name, staffMember }) => ({ id: staffMember, name })),
      }
    })
}
