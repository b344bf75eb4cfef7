import type { CollectionBeforeValidateHook, CollectionConfig, Field } from 'payload'

import type { ChannelRegistry } from '../../src/channels/channelRegistry.ts'
import { addressHash } from '../../src/channels/addressHash.ts'
import { normalAddress } from '../../src/channels/normalAddress.ts'
import { shownAddress } from '../../src/channels/shownAddress.ts'
import { clockOf } from '../../src/runtime/clockOf.ts'
import type { EventAccess } from './eventAccess.ts'
import { integrationsGroup, serverCell } from './logFields.ts'

/** What the collection needs from the engine. */
export type SuppressedAddressesOptions = { access: EventAccess; channels: ChannelRegistry }

/** Addresses that are not written to. Services put them here; staff may too, and lift them by deleting the row. */
export function createSuppressedAddresses({
  access,
  channels,
}: SuppressedAddressesOptions): CollectionConfig {
  return {
    slug: 'suppressed-addresses',
    labels: {
      singular: { en: 'Suppressed address', ru: 'Адрес, на который не пишем' },
      plural: { en: 'Suppressed addresses', ru: 'Кому не пишем' },
    },
    timestamps: false,
    versions: false,
    access: {
      read: access.read,
      create: access.manage,
      update: access.manage,
      delete: access.manage,
    },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'shown',
      defaultColumns: ['shown', 'channel', 'reason', 'since', 'note'],
      listSearchableFields: ['shown', 'note'],
      description: {
        en: 'Numbers and mailboxes that do not exist, or whose owners want no messages. Delete a row to write to the address again.',
        ru: 'Номера и ящики, которых нет, и те, чьи владельцы отказались от сообщений. Удалите строку, чтобы снова писать на этот адрес.',
      },
    },
    defaultSort: '-since',
    hooks: { beforeValidate: [fillAddress] },
    fields: [
      ...addressFields,
      {
        name: 'channel',
        type: 'text',
        required: true,
        label: { en: 'Channel', ru: 'Канал' },
        validate: (value: unknown) =>
          (typeof value === 'string' && channels.has(value)) ||
          `channel: ${channels
            .all()
            .map(({ slug }) => slug)
            .join(', ')}`,
        admin: { components: serverCell('ChannelCell') },
      },
      ...reasonFields,
    ],
  }
}

/** The address itself is never stored: only enough of it for people, and a hash to find it by. */
const addressFields: Field[] = [
  {
    name: 'address',
    type: 'text',
    virtual: true,
    label: { en: 'Address', ru: 'Адрес' },
    admin: {
      condition: (_, __, { operation }) => operation === 'create',
      disableListColumn: true,
      disableListFilter: true,
      description: {
        en: 'A phone number with its country code, or an e-mail address. It is not stored in full.',
        ru: 'Номер телефона с кодом страны или адрес почты. Целиком не хранится.',
      },
    },
  },
  {
    name: 'shown',
    type: 'text',
    required: true,
    label: { en: 'Address', ru: 'Адрес' },
    access: { create: () => false, update: () => false },
    admin: { readOnly: true },
  },
  {
    name: 'addressHash',
    type: 'text',
    required: true,
    unique: true,
    hidden: true,
    access: { create: () => false, update: () => false },
  },
]

const reasonFields: Field[] = [
  {
    name: 'reason',
    type: 'select',
    required: true,
    defaultValue: 'blocked',
    label: { en: 'Reason', ru: 'Причина' },
    options: [
      { value: 'invalid', label: { en: 'Does not exist', ru: 'Не существует' } },
      { value: 'blocked', label: { en: 'Wants no messages', ru: 'Отказался от сообщений' } },
      { value: 'complained', label: { en: 'Complained', ru: 'Пожаловался' } },
    ],
  },
  {
    name: 'since',
    type: 'date',
    label: { en: 'Since', ru: 'С какого времени' },
    admin: { readOnly: true, components: serverCell('TimeCell') },
  },
  {
    name: 'delivery',
    type: 'text',
    label: { en: 'Delivery', ru: 'Доставка' },
    admin: { readOnly: true },
  },
  { name: 'note', type: 'textarea', maxLength: 1000, label: { en: 'Note', ru: 'Заметка' } },
]

/** What people type becomes a hash; an update keeps what the row is about. */
const fillAddress: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  if (!data) return data
  if (operation === 'update') {
    const { addressHash: hash, channel, shown } = originalDoc ?? {}
    return { ...data, addressHash: hash, channel, shown }
  }
  const { address, channel, ...rest } = data
  if (typeof address !== 'string' || normalAddress(address).length < 3) return data
  return {
    ...rest,
    channel,
    addressHash: addressHash(String(channel), address),
    shown: shownAddress(normalAddress(address)),
    since: new Date(clockOf(req.payload).now()).toISOString(),
  }
}
