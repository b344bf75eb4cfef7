import type * as z from 'zod'

import type { taskSnapshot } from '../snapshots/taskSnapshot.ts'

/** The first task of the sample project. */
export const sampleTask = {
  id: 905,
  title: 'Согласовать макет главной страницы',
  description: 'Два варианта, показать на созвоне.',
  status: 'todo',
  project: 58,
  lead: null,
  assignee: 17,
  reporter: 12,
  priority: 'high',
  dueAt: '2026-11-27T15:00:00.000Z',
  checklist: [
    { id: '6740c1f2a9b1c20012d4f201', title: 'Вариант А', done: true },
    { id: '6740c1f2a9b1c20012d4f202', title: 'Вариант Б', done: false },
  ],
  tags: ['дизайн'],
  order: 1,
  startedAt: null,
  completedAt: null,
  createdAt: '2026-11-21T11:35:00.000Z',
  updatedAt: '2026-11-21T11:35:00.000Z',
} satisfies z.output<typeof taskSnapshot>
