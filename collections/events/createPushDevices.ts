import type { Access, CollectionConfig, Field } from 'payload'

import { deviceKinds } from '../../src/channels/pushDevice.ts'
import { requiredRelation } from '../requiredRelation.ts'
import { type EventAccess, nobody } from './eventAccess.ts'
import { createdAtField, integrationsGroup, serverCell } from './logFields.ts'

/** What the collection needs from the plugin. */
export type PushDevicesOptions = {
  access: EventAccess
  /** Slug of the collection whose users sign in to the admin; its people own devices. */
  users: string
}

const kindLabels = {
  'web-push': { en: 'Browser', ru: 'Браузер' },
  fcm: { en: 'App (FCM)', ru: 'Приложение (FCM)' },
} as const

/**
 * Browsers and apps of people that agreed to notifications. They register themselves over `/api/push/devices`; nobody reads
 * their addresses back. People see and remove their own; staff see that there is one, administrators may remove it.
 */
export function createPushDevices({ access, users }: PushDevicesOptions): CollectionConfig {
  return {
    slug: 'push-devices',
    labels: {
      singular: { en: 'Device for notifications', ru: 'Устройство для уведомлений' },
      plural: { en: 'Devices for notifications', ru: 'Устройства для уведомлений' },
    },
    versions: false,
    lockDocuments: false,
    disableDuplicate: true,
    access: {
      create: nobody,
      read: async ({ req }) => (await access.read({ req })) === true || isOwn(users)({ req }),
      update: nobody,
      delete: async ({ req }) => isAdmin(users, req.user) || isOwn(users)({ req }),
    },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'label',
      defaultColumns: ['label', 'kind', 'owner', 'service', 'lastUsedAt', 'createdAt'],
      listSearchableFields: ['label', 'service'],
      description: {
        en: 'Browsers and apps whose owners switched notifications on. Their addresses are stored encrypted and shown to nobody.',
        ru: 'Браузеры и приложения, чьи владельцы включили уведомления. Их адреса хранятся зашифрованными и не показываются никому.',
      },
    },
    defaultSort: '-createdAt',
    fields: [...shownFields(users), ...hiddenFields],
  }
}

function shownFields(users: string): Field[] {
  const readOnly = { readOnly: true }
  return [
    { name: 'label', type: 'text', label: { en: 'Device', ru: 'Устройство' }, admin: readOnly },
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      label: { en: 'Kind', ru: 'Вид' },
      options: deviceKinds.map((value) => ({ value, label: kindLabels[value] })),
      admin: readOnly,
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: users,
      index: true,
      label: { en: 'Whose', ru: 'Чьё' },
      validate: requiredRelation(),
      admin: readOnly,
    },
    {
      name: 'service',
      type: 'text',
      label: { en: 'Push service', ru: 'Служба уведомлений' },
      admin: readOnly,
    },
    {
      name: 'lastUsedAt',
      type: 'date',
      label: { en: 'Last notification', ru: 'Последнее уведомление' },
      admin: { ...readOnly, components: serverCell('TimeCell') },
    },
    createdAtField,
  ]
}

const closed = { create: () => false, read: () => false, update: () => false }

const hiddenFields: Field[] = [
  // What a device is found by: the same browser registers again and is no second one.
  { name: 'deviceHash', type: 'text', required: true, unique: true, hidden: true, access: closed },
  // Endpoint and keys, or the token, encrypted.
  { name: 'sealed', type: 'text', required: true, hidden: true, access: closed },
]

function isOwn(users: string): Access {
  return ({ req }) => (req.user?.collection === users ? { owner: { equals: req.user.id } } : false)
}

/** A collection without roles has staff only; they may. */
function isAdmin(users: string, user: unknown): boolean {
  if (typeof user !== 'object' || user === null) return false
  if (!('collection' in user) || user.collection !== users) return false
  return !('role' in user) || user.role === 'admin'
}
