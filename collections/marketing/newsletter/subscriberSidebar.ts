import type { Field } from 'payload'

import { stampedDate } from '../../stampedDate.ts'
import { requiredSelect } from '../../requiredSelect.ts'

/** How we stand with a subscriber, and since when. */
export const subscriberSidebar: Field[] = [
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'pending',
    options: [
      { value: 'pending', label: { en: 'Not confirmed', ru: 'Не подтверждён' } },
      { value: 'subscribed', label: { en: 'Subscribed', ru: 'Подписан' } },
      { value: 'unsubscribed', label: { en: 'Unsubscribed', ru: 'Отписан' } },
      { value: 'bounced', label: { en: 'Address does not exist', ru: 'Адрес не существует' } },
      { value: 'complained', label: { en: 'Complained of spam', ru: 'Пожаловался на спам' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'locale',
    type: 'select',
    label: { en: 'Language', ru: 'Язык' },
    defaultValue: 'ru',
    options: [
      { value: 'ru', label: 'Русский' },
      { value: 'en', label: 'English' },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'source',
    type: 'select',
    label: { en: 'Source', ru: 'Откуда' },
    defaultValue: 'admin',
    index: true,
    options: [
      { value: 'site', label: { en: 'Form on the site', ru: 'Форма на сайте' } },
      { value: 'admin', label: { en: 'Admin panel', ru: 'Панель управления' } },
      { value: 'checkout', label: { en: 'Checkout', ru: 'Оформление заказа' } },
      { value: 'import', label: { en: 'Import', ru: 'Импорт' } },
      { value: 'api', label: { en: 'API', ru: 'API' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'user',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'Account', ru: 'Учётная запись' },
    index: true,
    admin: {
      position: 'sidebar',
      description: {
        en: 'Found by the address when left empty.',
        ru: 'Если пусто, находится по адресу.',
      },
    },
  },
  stampedDate('subscribedAt', { en: 'First subscribed at', ru: 'Впервые подписан' }),
  stampedDate('resubscribedAt', { en: 'Came back at', ru: 'Вернулся' }),
  stampedDate('unsubscribedAt', { en: 'Left at', ru: 'Ушёл' }),
  {
    name: 'unsubscribeReason',
    type: 'textarea',
    label: { en: 'Reason for leaving', ru: 'Причина ухода' },
    maxLength: 1000,
    admin: {
      position: 'sidebar',
      condition: (data) => ['unsubscribed', 'bounced', 'complained'].includes(data?.['status']),
    },
  },
]
