import type { CollectionConfig, Field } from 'payload'

import { fillDeliveryState } from './deliveryState.ts'
import type { EventAccess } from './eventAccess.ts'
import { nobody } from './eventAccess.ts'
import {
  createdAtField,
  documentView,
  idField,
  integrationsGroup,
  logCollection,
  serverCell,
} from './logFields.ts'
import { parsedBody } from './parsedBody.ts'

/** The outbox and the event log in one: a row per thing that happened, written in the change's own transaction. */
export function createEventLogs({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'event-logs',
    labels: {
      singular: { en: 'Event', ru: 'Событие' },
      plural: { en: 'Event log', ru: 'Журнал событий' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'type',
      defaultColumns: ['createdAt', 'type', 'status', 'deliveryState', 'documentId', 'userEmail'],
      listSearchableFields: ['id', 'type', 'documentId', 'userEmail'],
      components: documentView('EventView'),
      description: {
        en: 'Everything that happened, newest first, and what was decided about it.',
        ru: 'Всё, что произошло, начиная с последнего, и что по этому поводу решено.',
      },
    },
    defaultSort: '-createdAt',
    indexes: [{ fields: ['collection', 'documentId', 'sequence'] }],
    hooks: { afterRead: [parsedBody], afterOperation: [fillDeliveryState] },
    fields: [...logFields],
  }
}

const logFields: Field[] = [
  idField,
  {
    name: 'type',
    type: 'text',
    required: true,
    index: true,
    label: { en: 'Event', ru: 'Событие' },
    admin: { components: serverCell('EventTypeCell') },
  },
  { name: 'version', type: 'number', required: true, admin: { hidden: true } },
  {
    name: 'status',
    type: 'select',
    required: true,
    label: { en: 'Routing', ru: 'Маршрутизация' },
    options: [
      { value: 'pending', label: { en: 'Waiting', ru: 'Ожидает' } },
      { value: 'routed', label: { en: 'Routed', ru: 'Разослано' } },
      { value: 'unmatched', label: { en: 'No subscription wants it', ru: 'Нет подписок' } },
    ],
    admin: { components: serverCell('StatusCell') },
  },
  {
    name: 'deliveryState',
    type: 'json',
    virtual: true,
    label: { en: 'Deliveries', ru: 'Доставки' },
    admin: {
      readOnly: true,
      disableListFilter: true,
      components: serverCell('DeliveryStateCell'),
    },
  },
  { name: 'matched', type: 'number', label: { en: 'Deliveries planned', ru: 'Доставок' } },
  { name: 'source', type: 'text', label: { en: 'Source', ru: 'Источник' } },
  { name: 'collection', type: 'text', label: { en: 'Collection', ru: 'Коллекция' } },
  {
    name: 'documentId',
    type: 'text',
    label: { en: 'Document', ru: 'Документ' },
    admin: { components: serverCell('DocumentCell') },
  },
  { name: 'operation', type: 'text', label: { en: 'Operation', ru: 'Операция' } },
  {
    name: 'sequence',
    type: 'number',
    label: { en: 'Number within the document', ru: 'Номер в документе' },
  },
  { name: 'userId', type: 'text', admin: { hidden: true } },
  { name: 'userEmail', type: 'text', label: { en: 'Who', ru: 'Кто' } },
  { name: 'locale', type: 'text', label: { en: 'Locale', ru: 'Язык' } },
  {
    name: 'causationId',
    type: 'text',
    label: { en: 'Caused by event', ru: 'Причина (событие)' },
  },
  { name: 'hop', type: 'number', admin: { hidden: true } },
  { name: 'idempotencyKey', type: 'text', admin: { hidden: true } },
  { name: 'timestamp', type: 'date', required: true, admin: { hidden: true } },
  createdAtField,
  { name: 'routedAt', type: 'date', admin: { hidden: true } },
  {
    name: 'data',
    type: 'json',
    virtual: true,
    label: { en: 'Data', ru: 'Данные' },
    admin: { readOnly: true, disableListColumn: true, disableListFilter: true },
  },
  { name: 'decisions', type: 'json', label: { en: 'Decisions', ru: 'Решения' } },
  {
    name: 'issues',
    type: 'json',
    label: { en: 'Misfits with the schema', ru: 'Отклонения от схемы' },
  },
  { name: 'body', type: 'textarea', required: true, admin: { hidden: true } },
]
