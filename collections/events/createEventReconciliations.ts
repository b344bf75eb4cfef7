import type { CollectionConfig, Field } from 'payload'

import type { EventAccess } from './eventAccess.ts'
import { nobody } from './eventAccess.ts'
import { createdAtField, idField, integrationsGroup, logCollection } from './logFields.ts'
import { runStatusField } from './runStatusField.ts'

/** Comparisons of documents with the log, asked for by people and by the schedule. Begun by endpoints, moved on by a job. */
export function createEventReconciliations({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'event-reconciliations',
    labels: {
      singular: { en: 'Comparison with the log', ru: 'Сверка с журналом' },
      plural: { en: 'Comparisons with the log', ru: 'Сверки с журналом' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      components: { beforeListTable: ['flowmasters/rsc#ReconcilePanel'] },
      useAsTitle: 'id',
      defaultColumns: ['createdAt', 'action', 'status', 'looked', 'found', 'told', 'requestedBy'],
      description: {
        en: 'Documents held against the event log, to find changes that were made past it.',
        ru: 'Документы сверяются с журналом событий, чтобы найти изменения, сделанные в обход него.',
      },
    },
    defaultSort: '-createdAt',
    fields: [...fields],
  }
}

const fields: Field[] = [
  idField,
  {
    name: 'action',
    type: 'select',
    required: true,
    label: { en: 'What is done', ru: 'Что делается' },
    options: [
      { value: 'find', label: { en: 'Compare and list', ru: 'Сверить и перечислить' } },
      {
        value: 'publish',
        label: { en: 'Publish what is missing', ru: 'Опубликовать недостающее' },
      },
    ],
  },
  runStatusField,
  {
    name: 'collections',
    type: 'json',
    label: { en: 'Collections (none: all)', ru: 'Коллекции (пусто: все)' },
  },
  {
    name: 'since',
    type: 'date',
    label: { en: 'Only written since', ru: 'Только изменённые с' },
  },
  { name: 'gaps', type: 'json', label: { en: 'Gaps (none: all)', ru: 'Пробелы (пусто: все)' } },
  { name: 'looked', type: 'number', required: true, label: { en: 'Gone through', ru: 'Пройдено' } },
  {
    name: 'unknown',
    type: 'number',
    required: true,
    label: { en: 'The log no longer knows', ru: 'Журнал уже не помнит' },
  },
  {
    name: 'found',
    type: 'number',
    required: true,
    label: { en: 'Without an event', ru: 'Без события' },
  },
  { name: 'told', type: 'number', required: true, label: { en: 'Published', ru: 'Опубликовано' } },
  { name: 'requestedBy', type: 'text', label: { en: 'Asked by', ru: 'Кто запросил' } },
  { name: 'lastError', type: 'text', label: { en: 'Error', ru: 'Ошибка' } },
  { name: 'startedAt', type: 'date', label: { en: 'Begun', ru: 'Начато' } },
  { name: 'finishedAt', type: 'date', label: { en: 'Ended', ru: 'Закончено' } },
  { name: 'bornSince', type: 'date', required: true, hidden: true },
  { name: 'cursor', type: 'json', hidden: true },
  createdAtField,
]
