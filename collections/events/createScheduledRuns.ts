import type { CollectionConfig, Field } from 'payload'

import type { EventAccess } from './eventAccess.ts'
import { nobody } from './eventAccess.ts'
import { idField, integrationsGroup, logCollection, serverCell } from './logFields.ts'
import { runOutcomes } from './runOutcomes.ts'

/** The last runs of every scheduled job, written by the engine's SQL alone. */
export function createScheduledRuns({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'scheduled-runs',
    labels: {
      singular: { en: 'Run of a job', ru: 'Запуск задания' },
      plural: { en: 'Runs of the schedule', ru: 'Запуски по расписанию' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'job',
      defaultColumns: ['startedAt', 'job', 'outcome', 'trigger', 'durationMs', 'found', 'emitted'],
      listSearchableFields: ['id', 'job', 'error'],
      description: {
        en: 'The last hundred runs of every job: when, why, how long, what was found.',
        ru: 'Последние сто запусков каждого задания: когда, почему, сколько длились, что нашли.',
      },
    },
    // Ids carry their time.
    defaultSort: '-id',
    indexes: [{ fields: ['job', 'id'] }],
    fields: [...runFields],
  }
}

const toTheSecond = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'd MMM yyyy, HH:mm:ss',
} as const

const runFields: Field[] = [
  idField,
  {
    name: 'startedAt',
    type: 'date',
    required: true,
    label: { en: 'Start', ru: 'Начало' },
    admin: { components: serverCell('TimeCell'), date: toTheSecond },
  },
  { name: 'job', type: 'text', required: true, label: { en: 'Job', ru: 'Задание' } },
  {
    name: 'outcome',
    type: 'select',
    required: true,
    label: { en: 'Outcome', ru: 'Итог' },
    options: [...runOutcomes],
    admin: { components: serverCell('StatusCell') },
  },
  {
    name: 'trigger',
    type: 'select',
    required: true,
    label: { en: 'Why', ru: 'Причина' },
    options: [
      { value: 'schedule', label: { en: 'It was due', ru: 'По расписанию' } },
      { value: 'retry', label: { en: 'After a failure', ru: 'После ошибки' } },
      { value: 'manual', label: { en: 'Asked for', ru: 'По запросу' } },
    ],
  },
  { name: 'requestedBy', type: 'text', label: { en: 'Asked by', ru: 'Кто запросил' } },
  { name: 'dueAt', type: 'date', label: { en: 'Due', ru: 'Срок' }, admin: { date: toTheSecond } },
  {
    name: 'finishedAt',
    type: 'date',
    label: { en: 'End', ru: 'Конец' },
    admin: { date: toTheSecond },
  },
  { name: 'durationMs', type: 'number', label: { en: 'Took, ms', ru: 'Заняло, мс' } },
  { name: 'found', type: 'number', label: { en: 'Found', ru: 'Найдено' } },
  { name: 'emitted', type: 'number', label: { en: 'Events', ru: 'Событий' } },
  { name: 'error', type: 'text', label: { en: 'Error', ru: 'Ошибка' } },
  { name: 'host', type: 'text', label: { en: 'Process', ru: 'Процесс' } },
]
