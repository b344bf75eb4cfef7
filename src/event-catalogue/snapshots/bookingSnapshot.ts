import { defineSnapshot } from '../defineSnapshot.ts'
import { rowField } from '../rowField.ts'

/** Row of `bookings`. */
export const bookingSnapshot = defineSnapshot({
  number: rowField.text,
  service: rowField.relation,
  /** Id of the user who is booked. */
  staffMember: rowField.relation,
  startsAt: rowField.date,
  endsAt: rowField.date,
  /** IANA zone in which times are told, such as `Europe/Moscow`. */
  timeZone: rowField.text,
  /** Id of the user; null for a guest. */
  customer: rowField.relation,
  guest: rowField.group({ name: rowField.text, email: rowField.email, phone: rowField.text }),
  /** That of the service when it was booked. */
  price: rowField.money,
  note: rowField.text,
  staffNote: rowField.text,
  cancellationReason: rowField.text,
  status: rowField.oneOf(['pending', 'confirmed', 'completed', 'cancelled', 'no_show']),
  source: rowField.text,
  confirmedAt: rowField.date,
  completedAt: rowField.date,
  cancelledAt: rowField.date,
})
