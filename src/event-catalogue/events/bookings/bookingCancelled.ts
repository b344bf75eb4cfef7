import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleBooking } from '../../samples/sampleBooking.ts'
import { bookingSnapshot } from '../../snapshots/bookingSnapshot.ts'

/** Nobody will come; the time is free again. */
export const bookingCancelled = defineEvent({
  type: 'booking.cancelled',
  version: 1,
  area: eventAreas.bookings,
  summary: {
    en: 'A booking was cancelled.',
    ru: 'Запись отменена.',
  },
  firesWhen: {
    en: 'The status became cancelled, or a booking is created with it.',
    ru: 'Статус стал cancelled, или запись создана с ним.',
  },
  current: bookingSnapshot,
  sample: {
    current: {
      ...sampleBooking,
      status: 'cancelled',
      cancelledAt: '2026-11-22T16:20:00.000Z',
      updatedAt: '2026-11-22T16:20:00.000Z',
    },
    previous: sampleBooking,
    changed: ['status', 'cancelledAt'],
  },
})
