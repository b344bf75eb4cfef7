import type * as z from 'zod'

import type { commentSnapshot } from '../snapshots/commentSnapshot.ts'

/** A guest's comment that nobody has looked at yet. */
export const sampleComment = {
  id: 903,
  text: 'Спасибо, наконец понял разницу между жерновами и ножом!',
  target: { relationTo: 'posts', value: 41 },
  parent: null,
  status: 'pending',
  author: null,
  authorName: 'Пётр Ильин',
  authorEmail: 'petr.ilin@example.com',
  likesCount: 0,
  moderatedAt: null,
  moderatedBy: null,
  createdAt: '2026-11-21T10:04:00.000Z',
  updatedAt: '2026-11-21T10:04:00.000Z',
} satisfies z.output<typeof commentSnapshot>
