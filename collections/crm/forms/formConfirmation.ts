import type { GroupField } from 'payload'

import { safeLink } from './safeLink.ts'

/** What a visitor sees after sending: a sentence, or another page. */
export const formConfirmation: GroupField = {
  name: 'confirmation',
  type: 'group',
  label: { en: 'After sending', ru: 'После отправки' },
  fields: [
    {
      name: 'type',
      type: 'radio',
      label: { en: 'Show', ru: 'Показать' },
      defaultValue: 'message',
      options: [
        { value: 'message', label: { en: 'A message', ru: 'Сообщение' } },
        { value: 'redirect', label: { en: 'Another page', ru: 'Другую страницу' } },
      ],
    },
    {
      name: 'message',
      type: 'textarea',
      label: { en: 'Message', ru: 'Сообщение' },
      localized: true,
      maxLength: 2000,
      admin: {
        description: { en: 'Empty: "Thank you!".', ru: 'Пусто: «Спасибо!».' },
        condition: (_, group) => group?.['type'] !== 'redirect',
      },
    },
    {
      name: 'redirectUrl',
      type: 'text',
      label: { en: 'Page', ru: 'Страница' },
      localized: true,
      maxLength: 2000,
      validate: safeLink,
      admin: { condition: (_, group) => group?.['type'] === 'redirect' },
    },
  ],
}
