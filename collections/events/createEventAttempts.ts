import type { CollectionConfig, Field } from 'payload'

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

/** Append-only: one row per try, with what was sent and what came back, secrets masked. */
export function createEventAttempts({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'event-attempts',
    labels: {
      singular: { en: 'Attempt', ru: 'Попытка' },
      plural: { en: 'Attempts', ru: 'Попытки' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'id',
      defaultColumns: ['createdAt', 'outcome', 'channel', 'code', 'reason', 'durationMs', 'number'],
      listSearchableFields: ['delivery', 'event', 'code', 'reason'],
      components: documentView('AttemptView'),
    },
    // Ids are made of the delivery's, which carry its time: the primary key is the index of the list; that of the time is for
    // statistics and sweeps.
    defaultSort: '-id',
    fields: [...attemptFields],
  }
}

const attemptFields: Field[] = [
  idField,
  {
    name: 'delivery',
    type: 'text',
    required: true,
    index: true,
    label: { en: 'Delivery', ru: 'Доставка' },
  },
  { name: 'event', type: 'text', required: true, label: { en: 'Event id', ru: 'Событие' } },
  {
    name: 'subscription',
    type: 'text',
    required: true,
    label: { en: 'Subscription id', ru: 'Номер подписки' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'channel',
    type: 'text',
    required: true,
    label: { en: 'Channel', ru: 'Канал' },
    admin: { components: serverCell('ChannelCell') },
  },
  { name: 'number', type: 'number', required: true, label: { en: 'Attempt', ru: 'Попытка №' } },
  {
    name: 'outcome',
    type: 'select',
    required: true,
    label: { en: 'Outcome', ru: 'Итог' },
    options: [
      { value: 'delivered', label: { en: 'Delivered', ru: 'Доставлено' } },
      { value: 'rejected', label: { en: 'Refused', ru: 'Отклонено' } },
      { value: 'unavailable', label: { en: 'Failed, may heal', ru: 'Временная ошибка' } },
    ],
    admin: { components: serverCell('StatusCell') },
  },
  { name: 'code', type: 'text', required: true, label: { en: 'Answer', ru: 'Ответ' } },
  {
    name: 'reason',
    type: 'text',
    label: { en: 'Reason', ru: 'Причина' },
    admin: { components: serverCell('ReasonCell') },
  },
  // The reason for readers of other languages; its words are looked up when it is shown.
  {
    name: 'reasons',
    type: 'json',
    label: { en: 'Reasons', ru: 'Причины' },
    admin: { hidden: true, disableListColumn: true },
  },
  { name: 'durationMs', type: 'number', label: { en: 'Took, ms', ru: 'Заняло, мс' } },
  { name: 'worker', type: 'text', label: { en: 'Worker', ru: 'Обработчик' } },
  { name: 'request', type: 'json', label: { en: 'Request', ru: 'Запрос' } },
  { name: 'response', type: 'json', label: { en: 'Response', ru: 'Ответ' } },
  createdAtField,
]
