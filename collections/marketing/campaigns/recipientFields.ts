import type { DateField, Field } from 'payload'

import { requiredSelect } from '../../requiredSelect.ts'

const moment = (name: string, label: { en: string; ru: string }): DateField => ({
  name,
  type: 'date',
  label,
  index: true,
  admin: { date: { pickerAppearance: 'dayAndTime' } },
})

/** One letter. Relations are not required, because campaigns and people may be deleted. */
export const recipientFields: Field[] = [
  {
    name: 'campaign',
    type: 'relationship',
    relationTo: 'email-campaigns',
    label: { en: 'Campaign', ru: 'Кампания' },
  },
  {
    name: 'subscriber',
    type: 'relationship',
    relationTo: 'newsletter-subscribers',
    label: { en: 'Subscriber', ru: 'Подписчик' },
    index: true,
  },
  {
    name: 'email',
    type: 'email',
    label: { en: 'Address at that time', ru: 'Адрес на тот момент' },
    index: true,
  },
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'queued',
    options: [
      { value: 'queued', label: { en: 'Waits', ru: 'Ждёт отправки' } },
      { value: 'sent', label: { en: 'Sent', ru: 'Отправлено' } },
      { value: 'failed', label: { en: 'Failed', ru: 'Не доставлено' } },
      { value: 'skipped', label: { en: 'Not sent', ru: 'Не отправлялось' } },
    ],
  },
  { name: 'error', type: 'text', label: { en: 'Reason', ru: 'Причина' } },
  moment('sentAt', { en: 'Sent at', ru: 'Отправлено' }),
  moment('openedAt', { en: 'Opened at', ru: 'Открыто' }),
  moment('machineOpenedAt', { en: 'Opened by a program at', ru: 'Открыто программой' }),
  moment('clickedAt', { en: 'First click at', ru: 'Первый переход' }),
  { name: 'clicks', type: 'number', label: { en: 'Clicks', ru: 'Переходов' }, defaultValue: 0 },
  moment('unsubscribedAt', { en: 'Unsubscribed at', ru: 'Отписка' }),
  { name: 'attempts', type: 'number', label: { en: 'Attempts', ru: 'Попыток' }, defaultValue: 0 },
  {
    ...moment('leaseUntil', { en: 'Not before', ru: 'Не раньше' }),
    admin: {
      date: { pickerAppearance: 'dayAndTime' },
      description: {
        en: 'Until then a worker holds this letter, or it waits for another try.',
        ru: 'До этого времени письмо занято отправкой или ждёт новой попытки.',
      },
    },
  },
  { name: 'messageId', type: 'text', label: { en: 'Message-ID', ru: 'Message-ID' }, index: true },
]
