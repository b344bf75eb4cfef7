import type { Access, CollectionConfig } from 'payload'

import type { ChannelRegistry } from '../../src/channels/channelRegistry.ts'
import { consentEndpoints } from './consents/consentEndpoints.ts'
import { consentFields } from './consents/consentFields.ts'
import { fillConsent } from './consents/fillConsent.ts'
import { leaveAfterWithdrawal } from './consents/leaveAfterWithdrawal.ts'
import { type EventAccess, nobody } from './eventAccess.ts'
import { integrationsGroup } from './logFields.ts'

/** What the collection needs from the plugin. */
export type ConsentsOptions = {
  access: EventAccess
  channels: ChannelRegistry
  /** Slug of the collection whose people sign in. */
  users: string
}

/**
 * What people agreed to: one record per person and thing, with the words that were shown, when it was given and when it
 * ended. History: a record is never changed but for the stamp that ends it, and never deleted. People give and
 * withdraw their own over `/api/consents/mine`, and by the link in every marketing message.
 */
export function createConsents({ access, channels, users }: ConsentsOptions): CollectionConfig {
  return {
    slug: 'consents',
    labels: {
      singular: { en: 'Consent', ru: 'Согласие' },
      plural: { en: 'Consents', ru: 'Согласия' },
    },
    timestamps: false,
    versions: false,
    lockDocuments: false,
    disableDuplicate: true,
    disableBulkEdit: true,
    access: {
      read: async ({ req }) => (await access.read({ req })) === true || isOwn(users)({ req }),
      create: access.manage,
      update: access.manage,
      delete: nobody,
    },
    admin: {
      group: integrationsGroup,
      useAsTitle: 'shown',
      defaultColumns: ['shown', 'kind', 'channel', 'source', 'givenAt', 'withdrawnAt'],
      listSearchableFields: ['shown', 'source'],
      description: {
        en: 'Who agreed to what, and who took it back. A record is kept for ever; to end one, set the date it was withdrawn.',
        ru: 'Кто на что согласился и кто отозвал согласие. Записи хранятся всегда; чтобы отозвать согласие, поставьте дату отзыва.',
      },
    },
    defaultSort: '-id',
    endpoints: consentEndpoints({ channels, users }),
    hooks: { beforeValidate: [fillConsent(channels)], afterChange: [leaveAfterWithdrawal] },
    fields: consentFields(users),
  }
}

function isOwn(users: string): Access {
  return ({ req }) => (req.user?.collection === users ? { user: { equals: req.user.id } } : false)
}
