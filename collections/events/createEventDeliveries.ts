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

/** One row per event × subscription × channel entry × step: due time, lease, counters, outcome. */
export function createEventDeliveries({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'event-deliveries',
    labels: {
      singular: { en: 'Delivery', ru: 'Доставка' },
      plural: { en: 'Deliveries', ru: 'Доставки' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'target',
      defaultColumns: [
        'createdAt',
        'status',
        'eventType',
        'channel',
        'target',
        'subscriptionName',
        'attemptsFinished',
        'lastError',
        'nextAttemptAt',
      ],
      listSearchableFields: ['id', 'event', 'eventType', 'target', 'subscriptionName', 'lastError'],
      components: documentView('DeliveryView'),
      description: {
        en: 'Every message to every receiver: where it stands, how often it was tried and why it failed.',
        ru: 'Каждое сообщение каждому получателю: состояние, число попыток и причина ошибки.',
      },
    },
    defaultSort: '-createdAt',
    indexes: [{ fields: ['event', 'subscription', 'channelEntry', 'step'], unique: true }],
    fields: [...deliveryFields],
  }
}

const deliveryFields: Field[] = [
  idField,
  {
    name: 'status',
    type: 'select',
    required: true,
    label: { en: 'Status', ru: 'Статус' },
    options: [
      { value: 'pending', label: { en: 'Waiting', ru: 'Ожидает' } },
      { value: 'delivering', label: { en: 'Being sent', ru: 'Отправляется' } },
      { value: 'retrying', label: { en: 'Will be retried', ru: 'Будет повтор' } },
      { value: 'delivered', label: { en: 'Delivered', ru: 'Доставлено' } },
      { value: 'dead', label: { en: 'Failed for good', ru: 'Не доставлено' } },
      { value: 'poisoned', label: { en: 'Set aside', ru: 'Отложено' } },
      { value: 'cancelled', label: { en: 'Cancelled', ru: 'Отменено' } },
    ],
    admin: { components: serverCell('StatusCell') },
  },
  { name: 'event', type: 'text', required: true, label: { en: 'Event id', ru: 'Событие' } },
  {
    name: 'eventType',
    type: 'text',
    required: true,
    label: { en: 'Event', ru: 'Тип события' },
    admin: { components: serverCell('EventTypeCell') },
  },
  { name: 'subscription', type: 'text', required: true, admin: { hidden: true } },
  { name: 'subscriptionName', type: 'text', label: { en: 'Subscription', ru: 'Подписка' } },
  {
    name: 'channel',
    type: 'text',
    required: true,
    label: { en: 'Channel', ru: 'Канал' },
    admin: { components: serverCell('ChannelCell') },
  },
  { name: 'channelEntry', type: 'text', required: true, admin: { hidden: true } },
  { name: 'step', type: 'number', required: true, admin: { hidden: true } },
  { name: 'target', type: 'text', label: { en: 'Receiver', ru: 'Получатель' } },
  {
    name: 'attemptsFinished',
    type: 'number',
    required: true,
    label: { en: 'Attempts', ru: 'Попыток' },
  },
  { name: 'attemptsStarted', type: 'number', required: true, admin: { hidden: true } },
  { name: 'strikes', type: 'number', admin: { hidden: true } },
  {
    name: 'nextAttemptAt',
    type: 'date',
    label: { en: 'Next attempt', ru: 'Следующая попытка' },
    admin: { components: serverCell('NextAttemptCell') },
  },
  {
    name: 'deliveredAt',
    type: 'date',
    label: { en: 'Delivered', ru: 'Доставлено' },
    admin: { components: serverCell('TimeCell') },
  },
  { name: 'lastCode', type: 'text', label: { en: 'Last answer', ru: 'Последний ответ' } },
  {
    name: 'lastError',
    type: 'text',
    label: { en: 'Last error', ru: 'Последняя ошибка' },
    admin: { components: serverCell('ReasonCell') },
  },
  { name: 'leaseToken', type: 'text', admin: { hidden: true } },
  { name: 'leaseUntil', type: 'date', admin: { hidden: true } },
  createdAtField,
]
