import { serviceCreated } from '../events/services/serviceCreated.ts'
import { servicePublished } from '../events/services/servicePublished.ts'
import { serviceUpdated } from '../events/services/serviceUpdated.ts'
import { bookingCreated } from '../events/bookings/bookingCreated.ts'
import { bookingConfirmed } from '../events/bookings/bookingConfirmed.ts'
import { bookingCompleted } from '../events/bookings/bookingCompleted.ts'
import { bookingCancelled } from '../events/bookings/bookingCancelled.ts'
import { bookingStatusChanged } from '../events/bookings/bookingStatusChanged.ts'

/** Services and bookings. */
export const bookingsEvents = [
  serviceCreated,
  servicePublished,
  serviceUpdated,
  bookingCreated,
  bookingConfirmed,
  bookingCompleted,
  bookingCancelled,
  bookingStatusChanged,
] as const
