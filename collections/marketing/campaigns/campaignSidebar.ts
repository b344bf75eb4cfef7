import type { DateField, Field } from 'payload'

import { stampedDate } from '../../stampedDate.ts'
import { campaignCounter } from './campaignCounter.ts'
import { requiredSelect } from '../../requiredSelect.ts'

/** Where a campaign stands, and what became of its letters. */
export const campaignSidebar: Field[] = [
  {
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'draft',
    options: [
      { value: 'draft', label: { en: 'Draft', ru: 'Черновик' } },
      { value: 'scheduled', label: { en: 'Scheduled', ru: 'Запланирована' } },
      { value: 'sending', label: { en: 'Being sent', ru: 'Отправляется' } },
      { value: 'paused', label: { en: 'Paused', ru: 'На паузе' } },
      { value: 'sent', label: { en: 'Sent', ru: 'Отправлена' } },
      { value: 'cancelled', label: { en: 'Cancelled', ru: 'Отменена' } },
    ],
    hooks: { beforeDuplicate: [() => 'draft'] },
    admin: { position: 'sidebar' },
  },
  {
    name: 'scheduledAt',
    type: 'date',
    label: { en: 'Send at', ru: 'Отправить в' },
    index: true,
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayAndTime' },
      description: {
        en: 'For the status "Scheduled". Empty: as soon as possible.',
        ru: 'Для статуса «Запланирована». Пусто: как можно скорее.',
      },
    },
  },
  {
    name: 'senderName',
    type: 'text',
    label: { en: 'Name of the sender', ru: 'Имя отправителя' },
    maxLength: 100,
    admin: {
      position: 'sidebar',
      description: {
        en: 'Empty: as in the newsletter settings.',
        ru: 'Пусто: как в настройках рассылки.',
      },
    },
  },
  fresh(stampedDate('startedAt', { en: 'Started at', ru: 'Начата' })),
  fresh(stampedDate('completedAt', { en: 'Completed at', ru: 'Завершена' })),
  fresh(stampedDate('audienceFixedAt', { en: 'Recipients fixed at', ru: 'Получатели выбраны' })),
  fresh(stampedDate('openRateJudgedAt', { en: 'Open rate judged at', ru: 'Открытия оценены' })),
  campaignCounter('recipientsCount', {
    label: { en: 'Recipients', ru: 'Получателей' },
    defaultValue: 0,
  }),
  campaignCounter('deliveredCount', {
    label: { en: 'Delivered', ru: 'Доставлено' },
    description: { en: 'Taken by the mail server.', ru: 'Приняты почтовым сервером.' },
    defaultValue: 0,
  }),
  campaignCounter('failedCount', { label: { en: 'Failed', ru: 'Не доставлено' }, defaultValue: 0 }),
  campaignCounter('skippedCount', {
    label: { en: 'Not sent', ru: 'Не отправлено' },
    description: {
      en: 'Unsubscribed meanwhile, or the campaign ended.',
      ru: 'Отписались за это время, или кампания закончилась.',
    },
    defaultValue: 0,
  }),
  campaignCounter('openedCount', {
    label: { en: 'Opened', ru: 'Открыли' },
    description: { en: 'People, not times.', ru: 'Людей, а не раз.' },
    defaultValue: 0,
  }),
  campaignCounter('clickedCount', {
    label: { en: 'Clicked', ru: 'Перешли по ссылке' },
    description: { en: 'People, not times.', ru: 'Людей, а не раз.' },
    defaultValue: 0,
  }),
  campaignCounter('unsubscribedCount', {
    label: { en: 'Unsubscribed', ru: 'Отписались' },
    defaultValue: 0,
  }),
  campaignCounter('openRate', {
    label: { en: 'Open rate, %', ru: 'Открываемость, %' },
    description: { en: 'Opened of delivered.', ru: 'Открыли из доставленных.' },
  }),
]

/** A copy of a campaign begins its own life. */
function fresh(field: DateField): DateField {
  return { ...field, hooks: { beforeDuplicate: [() => null] } }
}
