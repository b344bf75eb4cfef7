import type * as z from 'zod'

import type { achievementSnapshot } from '../snapshots/achievementSnapshot.ts'

/** An award of the sample school. */
export const sampleAchievement = {
  id: 77,
  title: { ru: 'Первый пройденный курс', en: 'First course completed' },
  user: 318,
  type: 3,
  reason: 'Курс «Основы обжарки» пройден без пропусков',
  code: 'first-course',
  icon: 41,
  points: 100,
  isMilestone: false,
  earnedAt: '2026-11-21T12:00:00.000Z',
  number: 4,
  milestoneReached: null,
  createdAt: '2026-11-21T12:00:00.000Z',
  updatedAt: '2026-11-21T12:00:00.000Z',
} satisfies z.output<typeof achievementSnapshot>
