import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleBooking } from '../../samples/sampleBooking.ts'
import { bookingSnapshot } from '../../snapshots/bookingSnapshot.ts'

/** Somebody wants to come. */
export const bookingCreated = defineEvent({
  type: 'booking.created',
  version: 1,
  area: eventAreas.bookings,
  summary: {
    en: 'A booking was created.',
    ru: 'Создана запись.',
  },
  firesWhen: {
    en: 'A booking is created, in any status.',
    ru: 'Создана запись в любом статусе.',
  },
  current: bookingSnapshot,
  sample: {
    current: sampleBooking,
    previous: null,
    changed: [],
  },
})
