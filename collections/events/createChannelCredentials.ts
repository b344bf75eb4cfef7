import type { CollectionConfig, Field } from 'payload'

import type { AnyChannel } from '../../src/channels/channel.ts'
import { credentialFields } from '../../src/channels/credentialFields.ts'
import { CREDENTIALS } from '../../src/credentials/credentialStore.ts'
import { accountGroupField } from './credentials/accountGroupField.ts'
import { checkFields } from './credentials/checkFields.ts'
import type { CredentialTools } from './credentials/credentialTools.ts'
import { healthField } from './credentials/healthField.ts'
import { keepUsedCredentials } from './credentials/keepUsedCredentials.ts'
import { maskCredentials } from './credentials/maskCredentials.ts'
import { sealCredentials } from './credentials/sealCredentials.ts'
import { validateCredentials } from './credentials/validateCredentials.ts'
import type { EventAccess } from './eventAccess.ts'
import { integrationsGroup, serverCell } from './logFields.ts'
import type { SubscriptionRevision } from './subscription/subscriptionRevision.ts'
import { raiseRevision } from './subscription/subscriptionRevision.ts'

/** What the vault's collection needs from the engine. */
export type ChannelCredentialsOptions = CredentialTools & {
  access: EventAccess
  revision: SubscriptionRevision
}

/**
 * Accounts of services, kept once and chosen in subscriptions. Secrets are sealed before they reach the database and are
 * never read back: not by the API, not by a list, not by a version, of which there are none.
 */
export function createChannelCredentials(options: ChannelCredentialsOptions): CollectionConfig {
  const { access, channels, revision } = options
  const raise = raiseRevision(revision)
  const kept = channels.all().filter((channel) => credentialFields(channel).length > 0)
  return {
    slug: CREDENTIALS,
    labels: {
      singular: { en: 'Credentials', ru: 'Учётные данные' },
      plural: { en: 'Credentials', ru: 'Учётные данные' },
    },
    versions: false,
    disableDuplicate: true,
    access: {
      read: access.read,
      create: access.manage,
      update: access.manage,
      delete: access.manage,
    },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'name',
      defaultColumns: ['name', 'channel', 'health', 'expiresAt', 'usage', 'updatedAt'],
      listSearchableFields: ['name', 'scope', 'notes'],
      description: {
        en: 'Tokens and passwords of services, kept once and chosen in subscriptions. Nobody can read them back.',
        ru: 'Токены и пароли сервисов: вводятся один раз и выбираются в подписках. Прочитать их обратно нельзя.',
      },
    },
    hooks: {
      beforeValidate: [validateCredentials(options)],
      beforeChange: [sealCredentials(options)],
      afterChange: [raise.afterChange],
      beforeDelete: [keepUsedCredentials],
      afterDelete: [raise.afterDelete],
      afterRead: [maskCredentials(channels)],
    },
    fields: [
      ...whoseFields(kept),
      ...kept.map(accountGroupField),
      ...aboutFields,
      ...checkFields,
      healthField(options),
      ...hiddenFields,
    ],
  }
}

function whoseFields(channels: readonly AnyChannel[]): Field[] {
  const base = {
    name: 'channel',
    required: true,
    index: true,
    label: { en: 'Service', ru: 'Сервис' },
    // Its secrets belong to the channel's own fields.
    access: { update: () => false },
    admin: { components: serverCell('ChannelCell') },
  } as const
  const options = channels.map(({ label, slug }) => ({ label, value: slug }))
  return [
    {
      name: 'name',
      type: 'text',
      required: true,
      label: { en: 'Name', ru: 'Название' },
      admin: {
        description: {
          en: 'How subscriptions show it, for example: Bot of the sales team',
          ru: 'Под этим именем их видно в подписках, например: Бот отдела продаж',
        },
      },
    },
    // A list without entries is no type to GraphQL.
    options.length > 0 ? { ...base, type: 'select', options } : { ...base, type: 'text' },
  ]
}

const aboutFields: Field[] = [
  {
    name: 'scope',
    type: 'text',
    label: { en: 'What it may do', ru: 'Что разрешено' },
    admin: {
      position: 'sidebar',
      description: {
        en: 'Rights of the account, for example: posts to sales groups only',
        ru: 'Права этого доступа, например: пишет только в группы продаж',
      },
    },
  },
  {
    name: 'notes',
    type: 'textarea',
    label: { en: 'Notes', ru: 'Заметки' },
    admin: { position: 'sidebar' },
  },
  {
    name: 'expiresAt',
    type: 'date',
    index: true,
    label: { en: 'Valid until', ru: 'Действует до' },
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayAndTime' },
      description: {
        en: 'You are warned 30 and 7 days before. Tokens that renew themselves set it themselves.',
        ru: 'Предупредим за 30 и за 7 дней. Токены, которые обновляются сами, ставят срок сами.',
      },
    },
  },
  {
    name: 'test',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: 'flowmasters/client#TestConnection' },
    },
  },
  {
    name: 'usage',
    type: 'ui',
    label: { en: 'Used by', ru: 'Где используются' },
    admin: {
      components: {
        Field: 'flowmasters/rsc#CredentialUsage',
        ...serverCell('CredentialUsageCell'),
      },
    },
  },
]

const hiddenFields: Field[] = [
  // What the secrets are bound to: a sealed value copied to another row does not open.
  { name: 'vaultId', type: 'text', hidden: true, admin: { hidden: true } },
  // The last warning that was given of `expiresAt`, in days before it.
  { name: 'expiryWarning', type: 'number', hidden: true, admin: { hidden: true } },
]
