import type * as z from 'zod'

import type { bookingSnapshot } from '../snapshots/bookingSnapshot.ts'

/** A guest's booking that nobody has confirmed yet. */
export const sampleBooking = {
  id: 931,
  number: 'BK-000931',
  service: 12,
  staffMember: 7,
  startsAt: '2026-11-23T07:00:00.000Z',
  endsAt: '2026-11-23T08:00:00.000Z',
  customer: null,
  guest: { name: 'Анна Смирнова', email: 'anna.smirnova@example.com', phone: '+79161234567' },
  price: { amount: 3500, currency: 'RUB' },
  note: 'Впервые, захвачу анализы',
  staffNote: null,
  cancellationReason: null,
  status: 'pending',
  timeZone: 'Europe/Moscow',
  source: 'site',
  confirmedAt: null,
  completedAt: null,
  cancelledAt: null,
  createdAt: '2026-11-21T09:52:30.000Z',
  updatedAt: '2026-11-21T09:52:30.000Z',
} satisfies z.output<typeof bookingSnapshot>
