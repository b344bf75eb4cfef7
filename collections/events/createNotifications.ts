import type { Access, CollectionConfig, Endpoint, Field } from 'payload'

import { NOTIFICATIONS } from '../../src/inbox/inboxTables.ts'
import { nobody } from './eventAccess.ts'
import {
  createdAtField,
  idField,
  integrationsGroup,
  logCollection,
  serverCell,
} from './logFields.ts'

/** What the collection of notifications is made of. */
export type NotificationsOptions = {
  /** Slug of the collection that signs in. */
  users: string
  endpoints: Endpoint[]
}

/**
 * One row per notification and person, written by the channel `in-app` alone. People read their own, and mark them as read by
 * `POST /api/notifications/read`; administrators may look at everybody's.
 */
export function createNotifications({ endpoints, users }: NotificationsOptions): CollectionConfig {
  return {
    ...logCollection,
    slug: NOTIFICATIONS,
    labels: {
      singular: { en: 'Notification', ru: 'Уведомление' },
      plural: { en: 'Notifications', ru: 'Уведомления' },
    },
    access: { read: readOwn, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'title',
      defaultColumns: ['createdAt', 'title', 'level', 'recipient', 'eventType', 'readAt'],
      listSearchableFields: ['title', 'text'],
      description: {
        en: 'What the bell shows: messages to people of this site. Administrators see everybody’s, others their own.',
        ru: 'То, что показывает колокольчик: сообщения людям на этом сайте. Администраторы видят все, остальные — свои.',
      },
    },
    endpoints,
    defaultSort: '-createdAt',
    indexes: [
      // A delivery that is tried again finds that it was here before.
      { fields: ['delivery', 'recipient'], unique: true },
      // The order of an inbox: its pages, and what a stream has not told yet.
      { fields: ['recipient', 'seq'], unique: true },
    ],
    fields: fieldsFor(users),
  }
}

const readOwn: Access = ({ req }) => {
  const { user } = req
  if (!user || user.collection !== req.payload.config.admin.user) return false
  if ('role' in user && user['role'] === 'admin') return true
  return { recipient: { equals: user.id } }
}

function fieldsFor(users: string): Field[] {
  return [
    idField,
    { name: 'title', type: 'text', required: true, label: { en: 'Title', ru: 'Заголовок' } },
    { name: 'text', type: 'textarea', label: { en: 'Text', ru: 'Текст' } },
    { name: 'link', type: 'text', label: { en: 'Link', ru: 'Ссылка' } },
    {
      name: 'level',
      type: 'select',
      required: true,
      label: { en: 'Kind', ru: 'Вид' },
      options: [
        { value: 'info', label: { en: 'News', ru: 'Новость' } },
        { value: 'success', label: { en: 'Success', ru: 'Успех' } },
        { value: 'warning', label: { en: 'Warning', ru: 'Предупреждение' } },
        { value: 'error', label: { en: 'Trouble', ru: 'Проблема' } },
      ],
    },
    {
      // Not required: of a person who is deleted the rows remain without a name until the next sweep.
      name: 'recipient',
      type: 'relationship',
      relationTo: users,
      label: { en: 'For', ru: 'Кому' },
    },
    {
      name: 'eventType',
      type: 'text',
      required: true,
      label: { en: 'Event', ru: 'Тип события' },
      admin: { components: serverCell('EventTypeCell') },
    },
    {
      name: 'event',
      type: 'text',
      required: true,
      label: { en: 'Event id', ru: 'Событие' },
      admin: { disableListColumn: true },
    },
    {
      name: 'delivery',
      type: 'text',
      required: true,
      label: { en: 'Delivery', ru: 'Доставка' },
      admin: { disableListColumn: true },
    },
    // Rises within one inbox in the order in which notifications can be seen.
    {
      name: 'seq',
      type: 'number',
      required: true,
      label: { en: 'Place in the inbox', ru: 'Место в списке' },
      admin: { hidden: true, disableListColumn: true },
    },
    {
      name: 'readAt',
      type: 'date',
      label: { en: 'Read', ru: 'Прочитано' },
      admin: { components: serverCell('TimeCell') },
    },
    createdAtField,
  ]
}
