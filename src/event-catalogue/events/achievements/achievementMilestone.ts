import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleAchievement } from '../../samples/sampleAchievement.ts'
import { achievementSnapshot } from '../../snapshots/achievementSnapshot.ts'

/** An award worth a special message, beside achievement.earned. */
export const achievementMilestone = defineEvent({
  type: 'achievement.milestone',
  version: 1,
  area: eventAreas.achievements,
  summary: {
    en: 'A user reached a milestone.',
    ru: 'Пользователь достиг вехи.',
  },
  firesWhen: {
    en: 'An award is a milestone or becomes marked as one, or it is the 5th, 10th, 25th, 50th or 100th of its user.',
    ru: 'Награда отмечена как веха сразу или позже, либо она у пользователя 5-я, 10-я, 25-я, 50-я или 100-я.',
  },
  current: achievementSnapshot,
  extra: {
    /** Which one of the user's achievements the award is. */
    count: z.number(),
    /** The number of achievements reached; null when the award itself is the milestone. */
    milestone: z.number().nullable(),
  },
  sample: {
    current: { ...sampleAchievement, number: 5, milestoneReached: 5 },
    previous: null,
    changed: [],
    count: 5,
    milestone: 5,
  },
})
