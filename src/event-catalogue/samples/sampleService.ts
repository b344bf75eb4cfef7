import type * as z from 'zod'

import type { serviceSnapshot } from '../snapshots/serviceSnapshot.ts'

/** A service of the sample studio. */
export const sampleService = {
  id: 12,
  title: { ru: 'Консультация диетолога', en: 'Dietitian consultation' },
  description: {
    ru: 'Разбор рациона и план на месяц.',
    en: 'A look at your diet and a plan for a month.',
  },
  cover: 44,
  price: { ru: { amount: 3500, currency: 'RUB' }, en: { amount: 39, currency: 'USD' } },
  durationMinutes: 60,
  bufferMinutes: 15,
  slotMinutes: null,
  noticeMinutes: 120,
  staff: [7],
  slug: 'konsultatsiya-dietologa',
  _status: 'published',
  createdAt: '2026-09-10T11:00:00.000Z',
  updatedAt: '2026-11-20T08:30:00.000Z',
} satisfies z.output<typeof serviceSnapshot>
