import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleUser } from '../../samples/sampleUser.ts'
import { userSnapshot } from '../../snapshots/userSnapshot.ts'

/** Caused by time: once per quiet spell. */
export const userInactive30d = defineEvent({
  type: 'user.inactive_30d',
  version: 1,
  area: eventAreas.users,
  summary: {
    en: 'A user has been quiet for a month.',
    ru: 'Пользователя не видно месяц.',
  },
  firesWhen: {
    en: 'No activity for 30 days since the last one, or since the registration; once per quiet spell, not for the team.',
    ru: 'Нет активности 30 дней с последнего визита или с регистрации; один раз за период, не для сотрудников.',
  },
  current: userSnapshot,
  extra: {
    /** Whole days without activity. */
    inactiveDays: z.int().nonnegative(),
  },
  sample: {
    current: { ...sampleUser, lastActiveAt: '2026-10-21T09:41:12.000Z' },
    previous: null,
    changed: [],
    inactiveDays: 31,
  },
})
