import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleUser } from '../../samples/sampleUser.ts'
import { userSnapshot } from '../../snapshots/userSnapshot.ts'

/** Caused by time: once per quiet spell. */
export const userInactive7d = defineEvent({
  type: 'user.inactive_7d',
  version: 1,
  area: eventAreas.users,
  summary: {
    en: 'A user has been quiet for a week.',
    ru: 'Пользователя не видно неделю.',
  },
  firesWhen: {
    en: 'No activity for 7 days since the last one, or since the registration; once per quiet spell, not for the team.',
    ru: 'Нет активности 7 дней с последнего визита или с регистрации; один раз за период, не для сотрудников.',
  },
  current: userSnapshot,
  extra: {
    /** Whole days without activity. */
    inactiveDays: z.int().nonnegative(),
  },
  sample: {
    current: { ...sampleUser, lastActiveAt: '2026-11-13T09:41:12.000Z' },
    previous: null,
    changed: [],
    inactiveDays: 8,
  },
})
