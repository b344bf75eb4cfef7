import type { Tracking } from '../rules/track.ts'
import { track } from '../rules/track.ts'
import { bookingRules } from '../tables/bookingRules.ts'
import { serviceRules } from '../tables/serviceRules.ts'

/** What changes in services and bookings mean. */
export const bookingsTracking: Tracking[] = [
  track('services', serviceRules),
  track('bookings', bookingRules),
]
