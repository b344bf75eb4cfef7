import type { CollectionConfig, Field } from 'payload'

import type { EventAccess } from './eventAccess.ts'
import { nobody } from './eventAccess.ts'
import { idField, integrationsGroup, logCollection, serverCell } from './logFields.ts'

/** What services call the objects that deliveries made for documents: one row per object and document, written by tries. */
export function createRemoteObjects({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'remote-objects',
    labels: {
      singular: { en: 'Object at a service', ru: 'Объект в сервисе' },
      plural: { en: 'Objects at services', ru: 'Объекты в сервисах' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'remoteId',
      defaultColumns: ['remoteId', 'channel', 'object', 'collection', 'documentId', 'learntAt'],
      listSearchableFields: ['remoteId', 'documentId'],
      description: {
        en: 'Leads, deals and contacts that were made for documents, by their numbers at the service: later events change them without looking for them.',
        ru: 'Лиды, сделки и контакты, созданные для документов, с их номерами в сервисе: следующие события меняют их без поиска.',
      },
    },
    defaultSort: '-learntAt',
    fields: [...remoteObjectFields],
  }
}

const remoteObjectFields: Field[] = [
  idField,
  {
    name: 'remoteId',
    type: 'text',
    required: true,
    label: { en: 'Number at the service', ru: 'Номер в сервисе' },
  },
  {
    name: 'channel',
    type: 'text',
    required: true,
    label: { en: 'Channel', ru: 'Канал' },
    admin: { components: serverCell('ChannelCell') },
  },
  { name: 'object', type: 'text', required: true, label: { en: 'What it is', ru: 'Что это' } },
  {
    name: 'account',
    type: 'text',
    required: true,
    index: true,
    label: { en: 'Account', ru: 'Учётная запись' },
    admin: {
      description: {
        en: 'credentials: stored credentials; entry: typed into a subscription.',
        ru: 'credentials — сохранённые учётные данные; entry — введены в самой подписке.',
      },
    },
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
    index: true,
    label: { en: 'Document', ru: 'Документ' },
    admin: { components: serverCell('DocumentCell') },
  },
  {
    name: 'delivery',
    type: 'text',
    required: true,
    label: { en: 'Learnt by delivery', ru: 'Узнала доставка' },
  },
  {
    name: 'learntAt',
    type: 'date',
    required: true,
    index: true,
    label: { en: 'Learnt', ru: 'Узнан' },
    admin: { components: serverCell('TimeCell') },
  },
]
