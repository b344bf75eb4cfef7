import type { CollectionConfig, Field } from 'payload'

import { sqlOfRequest } from '../../src/database/requestSqlStore.ts'
import { knownTextsSql } from '../../src/database/knownTextsSql.ts'
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
import { type SearchMeaning, searchByMeaning } from './searchByMeaning.ts'

const searched = ['id', 'type', 'documentId', 'userEmail']
/** Addresses a searched part may stand for; who searches for "a" gets the first of them. */
const MOST_ADDRESSES = 200

/** The outbox and the event log in one: a row per thing that happened, written in the change's own transaction. */
export function createEventLogs({
  access,
  types,
}: {
  access: EventAccess
  types: readonly string[]
}): CollectionConfig {
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
      listSearchableFields: searched,
      components: documentView('EventView'),
      description: {
        en: 'Everything that happened, newest first, and what was decided about it.',
        ru: 'Всё, что произошло, начиная с последнего, и что по этому поводу решено.',
      },
    },
    defaultSort: '-createdAt',
    // Gives the next number, finds the events of a document, and keeps two writers from taking one number.
    indexes: [{ fields: ['collection', 'documentId', 'sequence'], unique: true }],
    hooks: {
      beforeOperation: [searchByMeaning(searched, meaningAmong(types))],
      afterRead: [parsedBody],
      afterOperation: [fillDeliveryState],
    },
    fields: [...logFields],
  }
}

/** An id of an event or of a delivery, an event type or a part of it, a document's id, a part of an e-mail address. */
function meaningAmong(types: readonly string[]): SearchMeaning {
  return async (text, req) => {
    if (text.startsWith('evt_')) return [{ id: { equals: text } }]
    const sql = await sqlOfRequest(req.payload, req)
    if (text.startsWith('dlv_')) {
      const { rows } = await sql.query<{ event: string }>(
        'SELECT event FROM event_deliveries WHERE id = $1',
        [text],
      )
      return [{ id: { equals: rows[0]?.event ?? text } }]
    }
    const known = await sql.query<{ text: string }>(
      knownTextsSql({
        table: 'event_logs',
        column: 'user_email',
        text: '$1',
        limit: MOST_ADDRESSES,
      }),
      [text],
    )
    const part = text.toLowerCase()
    return [
      { type: { in: types.filter((type) => type.includes(part)) } },
      { documentId: { equals: text } },
      { userEmail: { in: known.rows.map((row) => row.text) } },
    ]
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
  {
    name: 'version',
    type: 'number',
    required: true,
    label: { en: 'Version', ru: 'Версия' },
    admin: { hidden: true, disableListColumn: true },
  },
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
  {
    name: 'userId',
    type: 'text',
    label: { en: 'User id', ru: 'Номер пользователя' },
    admin: { hidden: true, disableListColumn: true },
  },
  { name: 'userEmail', type: 'text', label: { en: 'Who', ru: 'Кто' } },
  { name: 'locale', type: 'text', label: { en: 'Locale', ru: 'Язык' } },
  {
    name: 'causationId',
    type: 'text',
    label: { en: 'Caused by event', ru: 'Причина (событие)' },
  },
  {
    name: 'hop',
    type: 'number',
    label: { en: 'Steps from the first event', ru: 'Шагов от первого события' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'idempotencyKey',
    type: 'text',
    label: { en: 'Key against doubles', ru: 'Ключ от повторов' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'timestamp',
    type: 'date',
    required: true,
    label: { en: 'Happened at', ru: 'Произошло' },
    admin: { hidden: true, disableListColumn: true },
  },
  createdAtField,
  {
    name: 'routedAt',
    type: 'date',
    label: { en: 'Routed at', ru: 'Разослано в' },
    admin: { hidden: true, disableListColumn: true },
  },
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
  {
    name: 'body',
    type: 'textarea',
    required: true,
    label: { en: 'Body', ru: 'Тело' },
    admin: { hidden: true, disableListColumn: true },
  },
]
