import type { StatusMachine } from '../statusMachine.ts'

/** The life of a booking. It may begin in any of these. */
export type BookingStatus = 'pending' | 'confirmed' | 'completed' | 'cancelled' | 'no_show'

/** Which status of a booking may follow which. Somebody who came late was no no-show after all. */
export const bookingStatusMachine: StatusMachine<BookingStatus> = {
  pending: ['confirmed', 'completed', 'cancelled', 'no_show'],
  confirmed: ['completed', 'cancelled', 'no_show'],
  no_show: ['completed'],
  completed: [],
  cancelled: [],
}
