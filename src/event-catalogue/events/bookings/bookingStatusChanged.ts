import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleBooking } from '../../samples/sampleBooking.ts'
import { bookingSnapshot } from '../../snapshots/bookingSnapshot.ts'

/** Fires beside the specific event, for receivers that mirror the status. */
export const bookingStatusChanged = defineEvent({
  type: 'booking.status_changed',
  version: 1,
  area: eventAreas.bookings,
  summary: {
    en: 'The status of a booking changed.',
    ru: 'Статус записи изменился.',
  },
  firesWhen: {
    en: 'Any change of the status of a booking that existed before.',
    ru: 'Любая смена статуса существующей записи.',
  },
  current: bookingSnapshot,
  extra: {
    // Plain text: a site may have statuses of its own.
    statusFrom: z.string().nullable(),
    statusTo: z.string(),
  },
  sample: {
    current: {
      ...sampleBooking,
      status: 'no_show',
      updatedAt: '2026-11-23T08:30:00.000Z',
    },
    previous: { ...sampleBooking, status: 'confirmed' },
    changed: ['status'],
    statusFrom: 'confirmed',
    statusTo: 'no_show',
  },
})
