import { DateTime } from 'luxon'
import type { PayloadRequest } from 'payload'

import { FlowError } from '../../../src/kernel/flowError.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { innerRequest } from '../../innerRequest.ts'
import { refusedSave } from '../../refusedSave.ts'
import type { StoredRow } from '../../readRow.ts'
import { roleOf } from '../../access/roleOf.ts'
import { type Availability, availability } from '../slots/availability.ts'
import { type BookingInput, bookingInput } from './bookingInput.ts'
import { bookingToken } from './bookingToken.ts'
import { findService } from './findService.ts'

/**
 * `POST /api/services/:id/book`: books an offered slot, for a visitor by phone or e-mail, for a signed-in customer by their
 * account. Answers 201 with the booking and a `token` that cancels it. FLOW_SERVICE_NOT_FOUND (404),
 * FLOW_BOOKING_CONTACT_MISSING (400), FLOW_BOOKING_SLOT_TAKEN (409).
 */
export const bookService = defineEndpoint({
  method: 'post',
  path: '/:id/book',
  access: 'public',
  limit: { name: 'booking-create', points: 20, perSeconds: 3600 },
  body: bookingInput,
  handle: async ({ body, param, payload, req, runtime }) => {
    const service = await findService(req, param('id'))
    const contact = contactOf(req, body)
    // A robot is told what it hopes to hear.
    if (body.website) return jsonResponse({ status: 'pending', startsAt: body.startsAt }, 201)
    const free = await whoIsFree(req, { service, body, now: runtime.clock.now() })
    const booking = await bookOneOf(req, free, { service, body, contact })
    const token = bookingToken(payload).sign({ subject: String(booking.id) })
    const { endsAt, number, price, staffMember, startsAt, status, timeZone } = booking
    return jsonResponse(
      { id: booking.id, number, status, startsAt, endsAt, timeZone, staffMember, price, token },
      201,
    )
  },
})

type Contact = { customer: number | string } | { guest: Record<string, string> }

function contactOf(req: PayloadRequest, { email, name, phone }: BookingInput): Contact {
  if (req.user && roleOf(req.user) === 'customer') return { customer: req.user.id }
  if (phone !== undefined || email !== undefined) {
    return {
      guest: {
        ...(name === undefined ? {} : { name }),
        ...(email === undefined ? {} : { email }),
        ...(phone === undefined ? {} : { phone }),
      },
    }
  }
  throw new FlowError({
    code: 'FLOW_BOOKING_CONTACT_MISSING',
    message: 'a phone number or an e-mail address is needed',
    status: 400,
  })
}

type WhoIsFreeOptions = { service: StoredRow; body: BookingInput; now: number }

/** Those who are free at the wanted moment. The day is that of each person's zone, so both sides of midnight are asked. */
async function whoIsFree(
  req: PayloadRequest,
  { body, now, service }: WhoIsFreeOptions,
): Promise<Availability[]> {
  const start = Date.parse(body.startsAt)
  const utc = DateTime.fromMillis(start, { zone: 'utc' })
  const dates = [-1, 0, 1].map((days) => utc.plus({ days }).toISODate() ?? '')
  const found: Availability[] = []
  for (const date of dates) {
    const day = await availability(req, { service, date, staffMember: body.staff, now })
    found.push(...day.filter(({ starts }) => starts.includes(start)))
  }
  return found
}

type BookOptions = { service: StoredRow; body: BookingInput; contact: Contact }

/** Somebody else may take a slot at this moment; then the next person is asked. */
async function bookOneOf(
  req: PayloadRequest,
  [first, ...others]: readonly Availability[],
  options: BookOptions,
): Promise<StoredRow> {
  if (!first) throw slotTaken(options.body.startsAt)
  const { body, contact, service } = options
  try {
    return await refusedSave({ req, code: 'FLOW_BOOKING_SLOT_TAKEN', status: 409 }, () =>
      req.payload.create({
        collection: 'bookings',
        data: {
          service: service.id,
          staffMember: first.staffMember,
          startsAt: body.startsAt,
          timeZone: first.timeZone,
          source: 'site',
          ...contact,
          ...(body.note === undefined ? {} : { note: body.note }),
        },
        depth: 0,
        req: innerRequest(req),
      }),
    )
  } catch (error) {
    const isTaken = error instanceof FlowError && error.code === 'FLOW_BOOKING_SLOT_TAKEN'
    if (!isTaken || others.length === 0) throw error
    return bookOneOf(req, others, options)
  }
}

function slotTaken(startsAt: string): FlowError {
  return new FlowError({
    code: 'FLOW_BOOKING_SLOT_TAKEN',
    message: `${startsAt} cannot be booked`,
    hint: 'Ask for the free slots again and choose one of them.',
    status: 409,
  })
}
