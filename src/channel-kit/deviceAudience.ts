import * as z from 'zod'

import type { ChannelField } from '../channels/channelField.ts'
import { numberAsText } from './numberAsText.ts'
import { optionalText } from './optionalText.ts'

const LONGEST_LIST = 2048

const fields: readonly ChannelField[] = [
  {
    name: 'recipient',
    type: 'text',
    label: { en: 'Whom: user', ru: 'Кому: пользователь' },
    description: {
      en: 'Id of a user, usually out of the event: {{ data.current.customer }}. Several separated by commas.',
      ru: 'Номер пользователя, обычно из события: {{ data.current.customer }}. Несколько — через запятую.',
    },
  },
  {
    name: 'role',
    type: 'select',
    options: [
      { value: 'staff', label: { en: 'All staff', ru: 'Все сотрудники' } },
      { value: 'admin', label: { en: 'Administrators', ru: 'Администраторы' } },
      { value: 'manager', label: { en: 'Managers', ru: 'Менеджеры' } },
      { value: 'viewer', label: { en: 'Viewers', ru: 'Наблюдатели' } },
    ],
    label: { en: 'Whom: role', ru: 'Кому: роль' },
    description: {
      en: 'Everybody of the role, beside the user above.',
      ru: 'Все с этой ролью, вдобавок к пользователю выше.',
    },
  },
]

const shape = {
  /** Ids of users, a Liquid template; null: only the role. */
  recipient: z.preprocess(numberAsText, optionalText(LONGEST_LIST)),
  role: z
    .preprocess(
      (value) => (value === '' ? null : value),
      z.enum(['staff', 'admin', 'manager', 'viewer']).nullish(),
    )
    .transform((role) => role ?? null),
}

/** Whose devices get a message: the part of the form, and of what it holds. */
export const deviceAudience = { fields, shape }
