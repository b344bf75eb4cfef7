import type * as z from 'zod'

import type { projectSnapshot } from '../snapshots/projectSnapshot.ts'

/** A site for a coffee house, planned and not begun. */
export const sampleProject = {
  id: 58,
  title: 'Сайт кофейни «Север»',
  description: 'Меню, онлайн-заказ и оплата.',
  status: 'planned',
  serviceNames: ['Дизайн', 'Разработка'],
  budget: { amount: 300000, currency: 'RUB' },
  note: 'Клиент просит показать макеты до пятницы',
  client: 318,
  lead: 742,
  manager: 12,
  team: [12, 17, 21],
  deadline: '2026-12-20T15:00:00.000Z',
  progress: 0,
  tags: ['сайт'],
  startedAt: null,
  completedAt: null,
  createdAt: '2026-11-21T11:30:00.000Z',
  updatedAt: '2026-11-21T11:30:00.000Z',
} satisfies z.output<typeof projectSnapshot>
