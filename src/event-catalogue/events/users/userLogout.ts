import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleUser } from '../../samples/sampleUser.ts'
import { userSnapshot } from '../../snapshots/userSnapshot.ts'

/** A person signed out. */
export const userLogout = defineEvent({
  type: 'user.logout',
  version: 1,
  area: eventAreas.users,
  summary: {
    en: 'A user signed out.',
    ru: 'Пользователь вышел.',
  },
  firesWhen: {
    en: 'A user signed out.',
    ru: 'Пользователь завершил сеанс.',
  },
  current: userSnapshot,
  sample: {
    current: sampleUser,
    previous: null,
    changed: [],
  },
})
