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
import { deliveryMeaning } from './deliveryMeaning.ts'
import { searchByMeaning } from './searchByMeaning.ts'

const searched = ['id', 'event', 'eventType', 'target', 'subscriptionName', 'lastError']

/** One row per event × subscription × channel entry × step, and per replay with new ids: due time, lease, counters, outcome. */
export function createEventDeliveries({
  access,
  types,
}: {
  access: EventAccess
  types: readonly string[]
}): CollectionConfig {
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
      listSearchableFields: searched,
      components: documentView('DeliveryView'),
      description: {
        en: 'Every message to every receiver: where it stands, how often it was tried and why it failed.',
        ru: 'Каждое сообщение каждому получателю: состояние, число попыток и причина ошибки.',
      },
    },
    hooks: { beforeOperation: [searchByMeaning(searched, deliveryMeaning(types))] },
    defaultSort: '-createdAt',
    indexes: [
      { fields: ['event', 'subscription', 'channelEntry', 'step', 'replay'], unique: true },
    ],
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
  {
    name: 'subscription',
    type: 'text',
    required: true,
    label: { en: 'Subscription id', ru: 'Номер подписки' },
    admin: { hidden: true, disableListColumn: true },
  },
  { name: 'subscriptionName', type: 'text', label: { en: 'Subscription', ru: 'Подписка' } },
  {
    name: 'channel',
    type: 'text',
    required: true,
    label: { en: 'Channel', ru: 'Канал' },
    admin: { components: serverCell('ChannelCell') },
  },
  {
    name: 'channelEntry',
    type: 'text',
    required: true,
    label: { en: 'Channel entry', ru: 'Строка канала' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'step',
    type: 'number',
    required: true,
    label: { en: 'Step', ru: 'Шаг' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    // Empty for what the router planned; the id of the replay that made the row with an id of its own.
    name: 'replay',
    type: 'text',
    required: true,
    defaultValue: '',
    label: { en: 'Replay', ru: 'Повторная отправка' },
    admin: { disableListColumn: true },
  },
  { name: 'target', type: 'text', label: { en: 'Receiver', ru: 'Получатель' } },
  {
    name: 'attemptsFinished',
    type: 'number',
    required: true,
    label: { en: 'Attempts', ru: 'Попыток' },
  },
  {
    name: 'attemptsStarted',
    type: 'number',
    required: true,
    label: { en: 'Attempts begun', ru: 'Начато попыток' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'strikes',
    type: 'number',
    label: { en: 'Crashes', ru: 'Сбоев процесса' },
    admin: { hidden: true, disableListColumn: true },
  },
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
  // The last error for readers of other languages; its words are looked up when it is shown.
  {
    name: 'lastReasons',
    type: 'json',
    label: { en: 'Last reasons', ru: 'Последние причины' },
    admin: { hidden: true, disableListColumn: true },
  },
  // `held`: waits for its turn; `passed`: has it; `probe`: finds out whether a receiver is well again.
  {
    name: 'gate',
    type: 'text',
    label: { en: 'Turn', ru: 'Очередь' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'orderKey',
    type: 'text',
    label: { en: 'Kept in order by', ru: 'Порядок по документу' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'orderNumber',
    type: 'number',
    label: { en: 'Place in the order', ru: 'Место в порядке' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'messageId',
    type: 'text',
    label: { en: 'Id at the service', ru: 'Номер у сервиса' },
    admin: { disableListColumn: true },
  },
  // Text and no select: what a service says is written by SQL that knows the words.
  {
    name: 'messageStatus',
    type: 'text',
    label: { en: 'Says the service', ru: 'По данным сервиса' },
  },
  {
    name: 'messageStatusAt',
    type: 'date',
    label: { en: 'Said at', ru: 'Когда сообщено' },
    admin: { disableListColumn: true, components: serverCell('TimeCell') },
  },
  {
    name: 'leaseToken',
    type: 'text',
    label: { en: 'Held by', ru: 'Занято кем' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'leaseUntil',
    type: 'date',
    label: { en: 'Held until', ru: 'Занято до' },
    admin: { hidden: true, disableListColumn: true },
  },
  createdAtField,
]
