import type * as z from 'zod'

import type { userSnapshot } from '../snapshots/userSnapshot.ts'

/** A customer of the sample shop. */
export const sampleUser = {
  id: 318,
  email: 'anna.smirnova@example.com',
  name: 'Анна Смирнова',
  phone: '+79161234567',
  role: 'customer',
  locale: 'ru',
  lastActiveAt: '2026-11-21T09:41:12.000Z',
  createdAt: '2026-03-02T08:15:00.000Z',
  updatedAt: '2026-11-21T09:41:12.000Z',
} satisfies z.output<typeof userSnapshot>
