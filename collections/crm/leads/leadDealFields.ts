import type { Field } from 'payload'

import { money } from '../../money.ts'

/** What it may bring, what comes next, and why it came to nothing. */
export const leadDealFields: Field[] = [
  money({ name: 'value', label: { en: 'Expected deal', ru: 'Ожидаемая сумма' } }),
  {
    name: 'nextContactAt',
    type: 'date',
    label: { en: 'Next contact', ru: 'Следующий контакт' },
    index: true,
    admin: { date: { pickerAppearance: 'dayAndTime' } },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'lostReason',
        type: 'select',
        label: { en: 'Why it was lost', ru: 'Причина отказа' },
        options: [
          { value: 'price', label: { en: 'Price', ru: 'Цена' } },
          { value: 'competitor', label: { en: 'Chose a competitor', ru: 'Выбрали конкурента' } },
          { value: 'no_answer', label: { en: 'No answer', ru: 'Не отвечает' } },
          { value: 'not_target', label: { en: 'Not our customer', ru: 'Нецелевая заявка' } },
          { value: 'postponed', label: { en: 'Postponed', ru: 'Отложили' } },
          { value: 'duplicate', label: { en: 'Duplicate', ru: 'Дубль' } },
          { value: 'spam', label: { en: 'Spam', ru: 'Спам' } },
          { value: 'other', label: { en: 'Other', ru: 'Другое' } },
        ],
        admin: { width: '40%', condition: (data) => data?.['status'] === 'lost' },
      },
      {
        name: 'lostComment',
        type: 'text',
        label: { en: 'Comment', ru: 'Пояснение' },
        maxLength: 1000,
        admin: { width: '60%', condition: (data) => data?.['status'] === 'lost' },
      },
    ],
  },
  {
    name: 'note',
    type: 'textarea',
    label: { en: 'Note', ru: 'Заметка' },
    maxLength: 20_000,
    admin: { description: { en: 'For the team.', ru: 'Для сотрудников.' } },
  },
]
