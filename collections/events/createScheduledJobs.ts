import type { CollectionConfig, Field } from 'payload'

import type { EventAccess } from './eventAccess.ts'
import { nobody } from './eventAccess.ts'
import { documentView, idField, integrationsGroup, logCollection, serverCell } from './logFields.ts'
import { runOutcomes } from './runOutcomes.ts'

/**
 * What is done at set times: one row per job, written by the engine's SQL alone. Its switch and its button are
 * endpoints, because Payload writes whole rows and would put back a due time that has moved on.
 */
export function createScheduledJobs({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'scheduled-jobs',
    labels: {
      singular: { en: 'Scheduled job', ru: 'Задание по расписанию' },
      plural: { en: 'Schedule', ru: 'Расписание' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'id',
      defaultColumns: [
        'label',
        'lastOutcome',
        'schedule',
        'nextRunAt',
        'lastFinishedAt',
        'lastFound',
        'lastEmitted',
        'enabled',
      ],
      listSearchableFields: ['id', 'lastError'],
      components: documentView('ScheduledJobView'),
      description: {
        en: 'Searches and chores that time causes: abandoned carts, quiet users, overdue tasks. When each ran and what it found.',
        ru: 'Поиски и работы, которые вызывает время: брошенные корзины, затихшие пользователи, просроченные задачи. Когда выполнялись и что нашли.',
      },
    },
    defaultSort: 'id',
    fields: [...jobFields],
  }
}

const jobFields: Field[] = [
  { ...idField, label: { en: 'Name', ru: 'Имя' }, admin: {} } as Field,
  {
    name: 'label',
    type: 'json',
    required: true,
    label: { en: 'What it does', ru: 'Что делает' },
    admin: { components: serverCell('LocalisedCell') },
  },
  {
    name: 'lastOutcome',
    type: 'select',
    label: { en: 'State', ru: 'Состояние' },
    options: [...runOutcomes],
    admin: { components: serverCell('JobStateCell') },
  },
  {
    name: 'schedule',
    type: 'json',
    required: true,
    label: { en: 'Schedule', ru: 'Когда' },
    admin: { components: serverCell('LocalisedCell') },
  },
  {
    name: 'enabled',
    type: 'checkbox',
    required: true,
    defaultValue: true,
    label: { en: 'Switched on', ru: 'Включено' },
    admin: { components: serverCell('EnabledCell') },
  },
  {
    name: 'nextRunAt',
    type: 'date',
    required: true,
    label: { en: 'Next run', ru: 'Следующий запуск' },
    admin: { components: serverCell('NextRunCell') },
  },
  {
    name: 'lastStartedAt',
    type: 'date',
    label: { en: 'Last start', ru: 'Последний запуск' },
    admin: { components: serverCell('TimeCell') },
  },
  {
    name: 'lastFinishedAt',
    type: 'date',
    label: { en: 'Last end', ru: 'Последнее завершение' },
    admin: { components: serverCell('TimeCell') },
  },
  { name: 'lastDurationMs', type: 'number', label: { en: 'Took, ms', ru: 'Заняло, мс' } },
  { name: 'lastFound', type: 'number', label: { en: 'Found', ru: 'Найдено' } },
  { name: 'lastEmitted', type: 'number', label: { en: 'Events', ru: 'Событий' } },
  { name: 'lastError', type: 'text', label: { en: 'Last error', ru: 'Последняя ошибка' } },
  {
    name: 'failures',
    type: 'number',
    required: true,
    defaultValue: 0,
    label: { en: 'Failures in a row', ru: 'Ошибок подряд' },
  },
  {
    name: 'runRequestedAt',
    type: 'date',
    label: { en: 'Asked to run', ru: 'Запрошен запуск' },
  },
  { name: 'runRequestedBy', type: 'text', label: { en: 'Asked by', ru: 'Кто запросил' } },
  {
    name: 'resumedAt',
    type: 'date',
    label: { en: 'Switched on again', ru: 'Снова включено' },
  },
  // What only the engine reads.
  { name: 'repeat', type: 'text', required: true, hidden: true },
  { name: 'lastDueAt', type: 'date', hidden: true },
  { name: 'state', type: 'json', hidden: true },
  { name: 'leaseToken', type: 'text', hidden: true },
  {
    name: 'leaseUntil',
    type: 'date',
    label: { en: 'Held until', ru: 'Занято до' },
    admin: { hidden: true, disableListColumn: true },
  },
  { name: 'definedAt', type: 'date', required: true, hidden: true },
]
