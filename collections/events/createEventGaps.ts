import type { CollectionConfig, Field } from 'payload'

import type { EventAccess } from './eventAccess.ts'
import { nobody } from './eventAccess.ts'
import {
  createdAtField,
  idField,
  integrationsGroup,
  logCollection,
  serverCell,
} from './logFields.ts'

/** Documents whose last change has no event: what a comparison with the log has found. */
export function createEventGaps({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'event-gaps',
    labels: {
      singular: { en: 'Change without an event', ru: 'Изменение без события' },
      plural: { en: 'Changes without an event', ru: 'Изменения без события' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      components: { beforeListTable: ['flowmasters/rsc#ReconcilePanel'] },
      useAsTitle: 'documentId',
      defaultColumns: [
        'createdAt',
        'status',
        'collection',
        'documentId',
        'kind',
        'types',
        'fields',
      ],
      listSearchableFields: ['documentId', 'collection'],
      description: {
        en: 'Made by SQL, by a script that bypasses hooks, or by a backup that was restored: no subscription has heard of them.',
        ru: 'Сделаны через SQL, скриптом в обход хуков или восстановлением из копии: ни одна подписка о них не узнала.',
      },
    },
    defaultSort: '-createdAt',
    indexes: [{ fields: ['collection', 'documentId'] }],
    fields: [...fields],
  }
}

const fields: Field[] = [
  idField,
  {
    name: 'status',
    type: 'select',
    required: true,
    index: true,
    label: { en: 'State', ru: 'Состояние' },
    options: [
      { value: 'open', label: { en: 'Not told', ru: 'Не сообщено' } },
      { value: 'told', label: { en: 'Published', ru: 'Опубликовано' } },
      { value: 'settled', label: { en: 'No longer missing', ru: 'Больше не нужно' } },
    ],
    admin: { components: serverCell('StatusCell') },
  },
  {
    name: 'collection',
    type: 'text',
    required: true,
    label: { en: 'Collection', ru: 'Коллекция' },
  },
  {
    name: 'documentId',
    type: 'text',
    required: true,
    label: { en: 'Document', ru: 'Документ' },
    admin: { components: serverCell('DocumentCell') },
  },
  {
    name: 'kind',
    type: 'select',
    required: true,
    label: { en: 'What is wrong', ru: 'Что не так' },
    options: [
      { value: 'never_told', label: { en: 'It has no event at all', ru: 'Нет ни одного события' } },
      {
        value: 'changed',
        label: { en: 'It differs from its last event', ru: 'Отличается от последнего события' },
      },
      { value: 'deleted', label: { en: 'It is gone', ru: 'Документа больше нет' } },
    ],
  },
  {
    name: 'types',
    type: 'json',
    required: true,
    label: { en: 'Missing events', ru: 'Недостающие события' },
  },
  {
    name: 'fields',
    type: 'json',
    required: true,
    label: { en: 'Fields that differ', ru: 'Различия в полях' },
  },
  { name: 'toldAt', type: 'date', label: { en: 'Published', ru: 'Опубликовано' } },
  { name: 'lastError', type: 'text', label: { en: 'Error', ru: 'Ошибка' } },
  {
    name: 'reconciliation',
    type: 'text',
    required: true,
    index: true,
    label: { en: 'Found by', ru: 'Кем найдено' },
  },
  { name: 'bornSince', type: 'date', required: true, hidden: true },
  createdAtField,
]
