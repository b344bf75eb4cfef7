import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleBooking } from '../../samples/sampleBooking.ts'
import { bookingSnapshot } from '../../snapshots/bookingSnapshot.ts'

/** The time is promised. */
export const bookingConfirmed = defineEvent({
  type: 'booking.confirmed',
  version: 1,
  area: eventAreas.bookings,
  summary: {
    en: 'A booking was confirmed.',
    ru: 'Запись подтверждена.',
  },
  firesWhen: {
    en: 'The status became confirmed, or a booking is created with it.',
    ru: 'Статус стал confirmed, или запись создана с ним.',
  },
  current: bookingSnapshot,
  sample: {
    current: {
      ...sampleBooking,
      status: 'confirmed',
      confirmedAt: '2026-11-21T10:05:00.000Z',
      updatedAt: '2026-11-21T10:05:00.000Z',
    },
    previous: sampleBooking,
    changed: ['status', 'confirmedAt'],
  },
})
