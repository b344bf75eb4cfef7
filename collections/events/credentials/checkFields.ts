import type { Field } from 'payload'

import { nobody } from '../../access/nobody.ts'

const written = { access: { create: nobody, update: nobody } }
const readOnly = { ...written, admin: { readOnly: true } }

/** What the last check of the connection said; written by the engine alone. */
export const checkFields: Field[] = [
  {
    name: 'lastCheck',
    type: 'group',
    ...written,
    label: { en: 'Last check', ru: 'Последняя проверка' },
    admin: {
      position: 'sidebar',
      condition: (data) => Boolean(data?.['lastCheck']?.['at']),
      disableListColumn: true,
    },
    fields: [
      {
        name: 'at',
        type: 'date',
        ...readOnly,
        label: { en: 'When', ru: 'Когда' },
        admin: { readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
      },
      { name: 'isOk', type: 'checkbox', ...readOnly, label: { en: 'It works', ru: 'Работает' } },
      { name: 'account', type: 'text', ...readOnly, label: { en: 'Account', ru: 'Аккаунт' } },
      { name: 'code', type: 'text', ...readOnly, label: { en: 'Code', ru: 'Код' } },
      { name: 'reason', type: 'text', ...readOnly, label: { en: 'Reason', ru: 'Причина' } },
      // The reason for readers of other languages.
      { name: 'reasons', type: 'json', ...written, admin: { hidden: true } },
      // `test` or `refresh`.
      {
        name: 'kind',
        type: 'text',
        ...written,
        label: { en: 'Kind of check', ru: 'Вид проверки' },
        admin: { hidden: true },
      },
    ],
  },
]
