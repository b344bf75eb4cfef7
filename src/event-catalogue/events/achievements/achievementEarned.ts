import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleAchievement } from '../../samples/sampleAchievement.ts'
import { achievementSnapshot } from '../../snapshots/achievementSnapshot.ts'

/** An award to a user. */
export const achievementEarned = defineEvent({
  type: 'achievement.earned',
  version: 1,
  area: eventAreas.achievements,
  summary: {
    en: 'A user earned an achievement.',
    ru: 'Пользователь получил достижение.',
  },
  firesWhen: {
    en: 'An achievement is awarded to a user.',
    ru: 'Пользователю выдано достижение.',
  },
  current: achievementSnapshot,
  sample: {
    current: sampleAchievement,
    previous: null,
    changed: [],
  },
})
