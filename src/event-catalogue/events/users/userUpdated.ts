import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleUser } from '../../samples/sampleUser.ts'
import { userSnapshot } from '../../snapshots/userSnapshot.ts'

/** A person changed the profile, or staff did. */
export const userUpdated = defineEvent({
  type: 'user.updated',
  version: 1,
  area: eventAreas.users,
  summary: {
    en: 'A user profile changed.',
    ru: 'Профиль пользователя изменён.',
  },
  firesWhen: {
    en: 'A profile field changed. Login bookkeeping, sessions and the password do not count.',
    ru: 'Изменилось поле профиля. Служебные отметки входа, сессии и пароль не считаются.',
  },
  current: userSnapshot,
  sample: {
    current: sampleUser,
    previous: { ...sampleUser, phone: '+79160000000', updatedAt: '2026-10-01T12:00:00.000Z' },
    changed: ['phone'],
  },
})
