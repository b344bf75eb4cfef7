import type { CollectionConfig, Field } from 'payload'

import type { EventAccess } from './eventAccess.ts'
import { nobody } from './eventAccess.ts'
import { idField, integrationsGroup, logCollection, serverCell } from './logFields.ts'

/** How each receiver has been doing: one row per channel entry of a subscription, written with the results of tries. */
export function createEventReceivers({ access }: { access: EventAccess }): CollectionConfig {
  return {
    ...logCollection,
    slug: 'event-receivers',
    labels: {
      singular: { en: 'Receiver', ru: 'Получатель' },
      plural: { en: 'Receivers', ru: 'Получатели' },
    },
    access: { read: access.read, create: nobody, update: nobody, delete: nobody },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'target',
      defaultColumns: [
        'target',
        'channel',
        'subscriptionName',
        'failures',
        'failingSince',
        'lastSuccessAt',
        'lastReason',
      ],
      listSearchableFields: ['target', 'subscriptionName', 'lastReason'],
      description: {
        en: 'How each receiver has been doing: failures in a row, since when, and the last success. A receiver that takes nothing for five days is switched off.',
        ru: 'Как дела у каждого получателя: сколько ошибок подряд, с какого времени и когда была последняя удача. Кто ничего не принимает пять дней, отключается.',
      },
    },
    defaultSort: '-failures',
    fields: [...receiverFields],
  }
}

const time = (name: string, label: { en: string; ru: string }): Field => ({
  name,
  type: 'date',
  label,
  admin: { components: serverCell('TimeCell') },
})

const receiverFields: Field[] = [
  idField,
  { name: 'target', type: 'text', label: { en: 'Receiver', ru: 'Получатель' } },
  {
    name: 'channel',
    type: 'text',
    required: true,
    label: { en: 'Channel', ru: 'Канал' },
    admin: { components: serverCell('ChannelCell') },
  },
  {
    name: 'subscription',
    type: 'text',
    required: true,
    index: true,
    label: { en: 'Subscription id', ru: 'Номер подписки' },
    admin: { hidden: true, disableListColumn: true },
  },
  { name: 'subscriptionName', type: 'text', label: { en: 'Subscription', ru: 'Подписка' } },
  {
    name: 'channelEntry',
    type: 'text',
    required: true,
    label: { en: 'Channel entry', ru: 'Строка канала' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'failures',
    type: 'number',
    required: true,
    label: { en: 'Failures in a row', ru: 'Ошибок подряд' },
  },
  time('failingSince', { en: 'Failing since', ru: 'Ошибки с' }),
  time('lastSuccessAt', { en: 'Last success', ru: 'Последняя удача' }),
  time('lastFailureAt', { en: 'Last failure', ru: 'Последняя ошибка' }),
  { name: 'lastCode', type: 'text', label: { en: 'Answer', ru: 'Ответ' } },
  {
    name: 'lastReason',
    type: 'text',
    label: { en: 'Why it failed last', ru: 'Причина последней ошибки' },
  },
  // The reason for readers of other languages.
  {
    name: 'lastReasons',
    type: 'json',
    label: { en: 'Last reasons', ru: 'Последние причины' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'isAlerted',
    type: 'checkbox',
    required: true,
    defaultValue: false,
    label: { en: 'Told of', ru: 'Сообщено' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    ...time('provenSince', {
      en: 'Failing without a long silence since',
      ru: 'Ошибки без долгой тишины с',
    }),
    admin: { hidden: true, disableListColumn: true },
  } as Field,
]
