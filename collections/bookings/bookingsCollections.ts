import type { CollectionConfig } from 'payload'

import { Bookings } from './Bookings.ts'
import { Services } from './Services.ts'
import { StaffSchedules } from './StaffSchedules.ts'

/** Services, bookings, and the hours of those who are booked. */
export const bookingsCollections: CollectionConfig[] = [Bookings, Services, StaffSchedules]
