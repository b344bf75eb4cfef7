import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleBooking } from '../../samples/sampleBooking.ts'
import { bookingSnapshot } from '../../snapshots/bookingSnapshot.ts'

/** The customer came. */
export const bookingCompleted = defineEvent({
  type: 'booking.completed',
  version: 1,
  area: eventAreas.bookings,
  summary: {
    en: 'A booking was completed.',
    ru: 'Запись состоялась.',
  },
  firesWhen: {
    en: 'The status became completed, or a booking is created with it.',
    ru: 'Статус стал completed, или запись создана с ним.',
  },
  current: bookingSnapshot,
  sample: {
    current: {
      ...sampleBooking,
      status: 'completed',
      completedAt: '2026-11-23T08:04:00.000Z',
      updatedAt: '2026-11-23T08:04:00.000Z',
    },
    previous: sampleBooking,
    changed: ['status', 'completedAt'],
  },
})
