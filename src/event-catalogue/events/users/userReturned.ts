import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleUser } from '../../samples/sampleUser.ts'
import { userSnapshot } from '../../snapshots/userSnapshot.ts'

/** Fires once per quiet spell, on the first activity that ends it. */
export const userReturned = defineEvent({
  type: 'user.returned',
  version: 1,
  area: eventAreas.users,
  summary: {
    en: 'A user came back after a break.',
    ru: 'Пользователь вернулся после перерыва.',
  },
  firesWhen: {
    en: 'The first activity after a quiet spell of 7 days or more.',
    ru: 'Первая активность после перерыва в 7 дней и больше.',
  },
  current: userSnapshot,
  extra: {
    /** Whole days the spell lasted. */
    inactiveDays: z.int().nonnegative(),
  },
  sample: {
    current: sampleUser,
    previous: { ...sampleUser, lastActiveAt: '2026-11-03T18:20:00.000Z' },
    changed: ['lastActiveAt'],
    inactiveDays: 17,
  },
})
