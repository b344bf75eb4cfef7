import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleUser } from '../../samples/sampleUser.ts'
import { userSnapshot } from '../../snapshots/userSnapshot.ts'

/** A person signed in. */
export const userLogin = defineEvent({
  type: 'user.login',
  version: 1,
  area: eventAreas.users,
  summary: {
    en: 'A user signed in.',
    ru: 'Пользователь вошёл.',
  },
  firesWhen: {
    en: 'A login succeeded.',
    ru: 'Вход выполнен успешно.',
  },
  current: userSnapshot,
  sample: {
    current: sampleUser,
    previous: null,
    changed: [],
  },
})
