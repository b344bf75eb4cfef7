import type * as z from 'zod'

import type { reviewSnapshot } from '../snapshots/reviewSnapshot.ts'

/** A review of the sample shop that waits for a moderator. */
export const sampleReview = {
  id: 941,
  product: 57,
  rating: 5,
  title: 'Лучший утренний кофе',
  text: 'Пенка держится, машина тихая, промывается сама. Беру вторую для офиса.',
  status: 'pending',
  author: 318,
  authorName: 'Анна Смирнова',
  authorEmail: null,
  isVerified: true,
  photos: [],
  reply: { text: null, repliedAt: null, repliedBy: null },
  moderatedAt: null,
  createdAt: '2026-11-28T18:20:00.000Z',
  updatedAt: '2026-11-28T18:20:00.000Z',
} satisfies z.output<typeof reviewSnapshot>
