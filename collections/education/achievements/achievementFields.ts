import type { Field } from 'payload'

import { nobody } from '../../access/nobody.ts'
import { allLocales } from '../allLocales.ts'
import { computedNumber } from '../computedNumber.ts'
import { nowOf } from '../../nowOf.ts'
import { lastingRelation } from '../lastingRelation.ts'
import { awardFields } from './awardFields.ts'
import { codeField } from './codeField.ts'

/** One award. */
export const achievementFields: Field[] = [
  {
    name: 'title',
    type: 'text',
    label: { en: 'Title', ru: 'Название' },
    localized: true,
    required: true,
    hooks: {
      beforeChange: [
        allLocales({ relation: 'type', relationTo: 'achievement-types', field: 'title' }),
      ],
    },
    admin: {
      description: {
        en: 'Taken from the kind of achievement when left empty.',
        ru: 'Если не заполнить, берётся из вида достижения.',
      },
    },
  },
  lastingRelation({
    name: 'user',
    relationTo: 'users',
    label: { en: 'User', ru: 'Пользователь' },
    isRequired: true,
    access: { update: nobody },
  }),
  lastingRelation({
    name: 'type',
    relationTo: 'achievement-types',
    label: { en: 'Kind of achievement', ru: 'Вид достижения' },
    access: { update: nobody },
  }),
  {
    name: 'reason',
    type: 'textarea',
    label: { en: 'Reason', ru: 'За что' },
    admin: { description: { en: 'Seen by the user.', ru: 'Видит пользователь.' } },
  },
  codeField,
  ...awardFields,
  {
    name: 'earnedAt',
    type: 'date',
    label: { en: 'Earned at', ru: 'Получено' },
    index: true,
    hooks: {
      beforeChange: [
        ({ operation, req, value }) =>
          value || (operation === 'create' ? nowOf(req.payload) : value),
      ],
    },
    admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
  },
  computedNumber('number', { en: 'Which one of the user’s', ru: 'Какое по счёту у пользователя' }),
  {
    name: 'milestoneReached',
    type: 'number',
    label: { en: 'Reached this many achievements', ru: 'Достигнуто столько наград' },
    access: { create: nobody, update: nobody },
    admin: { readOnly: true, condition: (data) => Boolean(data?.['milestoneReached']) },
  },
]
