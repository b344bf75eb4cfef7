import type { CollectionConfig, Field } from 'payload'

import type { ChannelRegistry } from '../../src/channels/channelRegistry.ts'
import type { KeyRing } from '../../src/credentials/keyRing.ts'
import type { EventAccess } from './eventAccess.ts'
import { integrationsGroup, serverCell } from './logFields.ts'
import { channelBlock } from './subscription/channelBlock.ts'
import { type ReceiverReset, resetReceivers } from './subscription/resetReceivers.ts'
import { maskSecrets, revealGeneratedSecrets } from './subscription/maskSecrets.ts'
import { paceFields } from './subscription/paceFields.ts'
import { sealSecrets } from './subscription/sealSecrets.ts'
import { stampActiveSince } from './subscription/stampActiveSince.ts'
import type { SubscriptionRevision } from './subscription/subscriptionRevision.ts'
import { raiseRevision } from './subscription/subscriptionRevision.ts'
import type { SubscriptionCheckTools } from './subscription/validateSubscription.ts'
import { validateSubscription } from './subscription/validateSubscription.ts'

/** What the subscriptions collection needs from the engine. */
export type EventSubscriptionsOptions = SubscriptionCheckTools & {
  access: EventAccess
  keyRing: () => KeyRing
  revision: SubscriptionRevision
  receivers: ReceiverReset
}

/** Who wants which events, under which filter, through which channels: what people configure. */
export function createEventSubscriptions(options: EventSubscriptionsOptions): CollectionConfig {
  const { access, channels, keyRing, receivers, revision } = options
  const raise = raiseRevision(revision)
  const reset = resetReceivers(receivers)
  return {
    slug: 'event-subscriptions',
    labels: {
      singular: { en: 'Event subscription', ru: 'Подписка на события' },
      plural: { en: 'Event subscriptions', ru: 'Подписки на события' },
    },
    versions: false,
    access: {
      read: access.read,
      create: access.manage,
      update: access.manage,
      delete: access.manage,
    },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'name',
      defaultColumns: ['name', 'enabled', 'events', 'channels', 'recentSuccess', 'updatedAt'],
      listSearchableFields: ['name', 'description'],
      description: {
        en: 'When something happens, tell someone: choose the events, narrow them down, say where to send them.',
        ru: 'Когда что-то происходит — сообщить: выберите события, уточните условия, укажите, куда отправлять.',
      },
    },
    hooks: {
      beforeValidate: [validateSubscription(options)],
      beforeChange: [stampActiveSince(revision), sealSecrets({ channels, keyRing })],
      afterChange: [raise.afterChange, reset.afterChange, revealGeneratedSecrets(channels)],
      afterDelete: [raise.afterDelete, reset.afterDelete],
      afterRead: [maskSecrets(channels)],
    },
    fields: [...whatFields, channelsField(channels), ...paceFields, ...moreFields],
  }
}

const whatFields: Field[] = [
  { name: 'name', type: 'text', required: true, label: { en: 'Name', ru: 'Название' } },
  {
    name: 'enabled',
    type: 'checkbox',
    defaultValue: true,
    index: true,
    label: { en: 'Switched on', ru: 'Включена' },
    admin: { position: 'sidebar', components: serverCell('EnabledCell') },
  },
  {
    name: 'description',
    type: 'textarea',
    label: { en: 'What it is for', ru: 'Для чего она' },
    admin: { position: 'sidebar' },
  },
  {
    name: 'events',
    type: 'text',
    hasMany: true,
    required: true,
    minRows: 1,
    label: { en: 'When this happens', ru: 'Когда происходит' },
    admin: {
      components: { Field: 'flowmasters/client#EventPicker', ...serverCell('EventsCell') },
    },
  },
  {
    name: 'filters',
    type: 'json',
    label: { en: 'Only if', ru: 'Только если' },
    admin: {
      disableListColumn: true,
      disableListFilter: true,
      components: { Field: 'flowmasters/client#FilterEditor' },
    },
  },
]

function channelsField(channels: ChannelRegistry): Field {
  return {
    name: 'channels',
    type: 'blocks',
    required: true,
    minRows: 1,
    label: { en: 'Send to', ru: 'Отправить' },
    labels: {
      singular: { en: 'channel', ru: 'канал' },
      plural: { en: 'channels', ru: 'каналы' },
    },
    admin: { components: serverCell('ChannelsCell') },
    blocks: channels.all().map(channelBlock),
  }
}

const moreFields: Field[] = [
  {
    name: 'kind',
    type: 'select',
    defaultValue: 'ordinary',
    options: [
      { value: 'ordinary', label: { en: 'Ordinary messages', ru: 'Обычные сообщения' } },
      {
        value: 'transactional',
        label: { en: 'Messages that must arrive', ru: 'Обязательные сообщения' },
      },
      { value: 'marketing', label: { en: 'Marketing', ru: 'Реклама' } },
    ],
    label: { en: 'Kind', ru: 'Вид' },
    admin: {
      position: 'sidebar',
      description: {
        en: 'Ordinary messages leave out suppressed addresses. Those that must arrive (receipts, codes) leave out only addresses that do not exist. Marketing also needs a consent.',
        ru: 'Обычные сообщения не уходят на адреса из списка «Кому не пишем». Обязательные (чеки, коды) не уходят только на несуществующие адреса. Реклама уходит только тем, кто на неё согласился.',
      },
    },
  },
  {
    name: 'needsConsent',
    type: 'checkbox',
    defaultValue: true,
    label: { en: 'Only to those who agreed', ru: 'Только тем, кто согласился' },
    admin: {
      position: 'sidebar',
      condition: (data) => data?.['kind'] === 'marketing',
      description: {
        en: 'Switch off only where the law lets you write to customers without asking first. Who said no gets nothing either way.',
        ru: 'Выключайте, только если закон разрешает писать покупателям без согласия. Кто отказался, не получит рекламу в любом случае.',
      },
    },
  },
  {
    name: 'retryDelaysSeconds',
    type: 'number',
    hasMany: true,
    min: 0,
    max: 172_800,
    maxRows: 20,
    label: {
      en: 'Own retry schedule, seconds between tries',
      ru: 'Свои интервалы повторов, секунды',
    },
    admin: {
      position: 'sidebar',
      description: {
        en: 'Empty: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h.',
        ru: 'Пусто: 5 с, 5 мин, 30 мин, 2 ч, 5 ч, 10 ч, 14 ч, 20 ч, 24 ч.',
      },
    },
  },
  {
    name: 'activeSince',
    type: 'date',
    label: { en: 'Active since', ru: 'Действует с' },
    admin: { hidden: true, disableListColumn: true },
  },
  {
    name: 'sendTest',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: 'flowmasters/client#SendTest' },
    },
  },
  {
    // A column of the list; the form has no place for it.
    name: 'recentSuccess',
    type: 'ui',
    label: { en: 'Last 7 days', ru: 'За 7 дней' },
    admin: {
      components: { Field: 'flowmasters/client#NoField', ...serverCell('SuccessCell') },
    },
  },
]
