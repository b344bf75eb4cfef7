import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleUser } from '../../samples/sampleUser.ts'
import { userSnapshot } from '../../snapshots/userSnapshot.ts'

/** A person got an account. */
export const userRegistered = defineEvent({
  type: 'user.registered',
  version: 1,
  area: eventAreas.users,
  summary: {
    en: 'A user registered.',
    ru: 'Пользователь зарегистрировался.',
  },
  firesWhen: {
    en: 'A user is created.',
    ru: 'Создан пользователь.',
  },
  current: userSnapshot,
  sample: {
    current: sampleUser,
    previous: null,
    changed: [],
  },
})
