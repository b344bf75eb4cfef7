import type { CollectionConfig, Field } from 'payload'

import type { EventAccess } from './eventAccess.ts'
import { nobody } from './eventAccess.ts'
import { createdAtField, idField, integrationsGroup, logCollection } from './logFields.ts'
import { runStatusField } from './runStatusField.ts'

/** What people had sent again, how far it is, and who asked. Begun and cancelled by endpoints, moved on by a job. */
export function createEventReplays({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'event-replays',
    labels: {
      singular: { en: 'Replay', ru: 'Повторная отправка' },
      plural: { en: 'Replays', ru: 'Повторные отправки' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      components: { beforeListTable: ['flowmasters/rsc#ReplayPanel'] },
      useAsTitle: 'id',
      defaultColumns: ['createdAt', 'status', 'replayed', 'planned', 'ids', 'requestedBy'],
      description: {
        en: 'Past deliveries sent once more, and past events given to new subscriptions.',
        ru: 'Прошлые доставки, отправленные ещё раз, и прошлые события для новых подписок.',
      },
    },
    defaultSort: '-createdAt',
    fields: [...replayFields],
  }
}

const replayFields: Field[] = [
  idField,
  runStatusField,
  {
    name: 'selection',
    type: 'json',
    required: true,
    label: { en: 'What is sent again', ru: 'Что отправляется' },
  },
  {
    name: 'ids',
    type: 'select',
    required: true,
    label: { en: 'Ids', ru: 'Номера' },
    options: [
      {
        value: 'same',
        label: { en: 'The same: known ones are ignored', ru: 'Прежние: известные пропускаются' },
      },
      {
        value: 'new',
        label: { en: 'New: taken for new messages', ru: 'Новые: считаются новыми сообщениями' },
      },
    ],
  },
  { name: 'planned', type: 'number', label: { en: 'Planned', ru: 'Намечено' } },
  { name: 'looked', type: 'number', required: true, label: { en: 'Gone through', ru: 'Пройдено' } },
  {
    name: 'replayed',
    type: 'number',
    required: true,
    label: { en: 'Sent again', ru: 'Отправлено' },
  },
  {
    name: 'perSecond',
    type: 'number',
    required: true,
    label: { en: 'At most per second', ru: 'Не больше в секунду' },
  },
  { name: 'requestedBy', type: 'text', label: { en: 'Asked by', ru: 'Кто запросил' } },
  { name: 'lastError', type: 'text', label: { en: 'Error', ru: 'Ошибка' } },
  { name: 'startedAt', type: 'date', label: { en: 'Begun', ru: 'Начато' } },
  { name: 'finishedAt', type: 'date', label: { en: 'Ended', ru: 'Закончено' } },
  { name: 'until', type: 'date', required: true, hidden: true },
  { name: 'cursor', type: 'json', hidden: true },
  createdAtField,
]
