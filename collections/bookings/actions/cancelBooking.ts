import type { PayloadRequest } from 'payload'
import * as z from 'zod'

import { FlowError } from '../../../src/kernel/flowError.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { isAdminOrManager } from '../../access/isAdminOrManager.ts'
import { innerRequest } from '../../innerRequest.ts'
import { refusedSave } from '../../refusedSave.ts'
import { readRow, type StoredRow } from '../../readRow.ts'
import { bookingToken } from './bookingToken.ts'

const input = z.strictObject({
  /** From the answer to the booking, for guests. */
  token: z.string().max(2000).optional(),
  reason: z.string().trim().max(500).optional(),
})

/**
 * `POST /api/bookings/:id/cancel`, by its customer, by whoever has its token, or by a manager. FLOW_BOOKING_NOT_FOUND (404)
 * also for somebody else's, FLOW_BOOKING_STARTED (409) for customers once it has begun, FLOW_BOOKING_REFUSED (409).
 */
export const cancelBooking = defineEndpoint({
  method: 'post',
  path: '/:id/cancel',
  access: 'public',
  limit: { name: 'booking-cancel', points: 30, perSeconds: 3600 },
  body: input,
  handle: async ({ body, param, req, runtime }) => {
    const id = param('id')
    const now = runtime.clock.now()
    const booking = await readRow(req, 'bookings', id)
    if (!booking || !mayCancel(req, { booking, token: body.token, now })) throw notFound(id)
    if (!isAdminOrManager({ req }) && Date.parse(String(booking['startsAt'])) <= now)
      throw started()
    const doc = await refusedSave({ req, code: 'FLOW_BOOKING_REFUSED', status: 409 }, () =>
      req.payload.update({
        collection: 'bookings',
        id: booking.id,
        data: {
          status: 'cancelled',
          ...(body.reason === undefined ? {} : { cancellationReason: body.reason }),
        },
        depth: 0,
        req: innerRequest(req),
      }),
    )
    return jsonResponse({ id: doc.id, status: doc['status'] })
  },
})

type MayCancelOptions = { booking: StoredRow; token: string | undefined; now: number }

function mayCancel(req: PayloadRequest, { booking, now, token }: MayCancelOptions): boolean {
  const isOwn = req.user !== null && booking['customer'] === req.user.id
  if (isOwn || isAdminOrManager({ req })) return true
  const claims = token === undefined ? undefined : bookingToken(req.payload).read(token, now)
  return claims?.subject === String(booking.id)
}

function notFound(id: string): FlowError {
  return new FlowError({
    code: 'FLOW_BOOKING_NOT_FOUND',
    message: `there is no booking "${id.slice(0, 100)}" of yours`,
    status: 404,
  })
}

function started(): FlowError {
  return new FlowError({
    code: 'FLOW_BOOKING_STARTED',
    message: 'the booking has begun already',
    hint: 'Call us to change it.',
    status: 409,
  })
}
