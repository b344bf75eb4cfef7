import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { staffOrOwner } from '../access/staffOrOwner.ts'
import { guardStatus } from '../guardStatus.ts'
import { keepComputed } from '../keepComputed.ts'
import { confirmHead, confirmSubscription } from './newsletter/confirmSubscription.ts'
import { eraseAddress } from './newsletter/eraseAddress.ts'
import { linkAccount } from './newsletter/linkAccount.ts'
import { endConsent, recordConsent } from './newsletter/recordConsent.ts'
import { stampSubscription } from './newsletter/stampSubscription.ts'
import { subscribe } from './newsletter/subscribe.ts'
import { subscriberFields } from './newsletter/subscriberFields.ts'
import { subscriberSidebar } from './newsletter/subscriberSidebar.ts'
import { subscriberStatusMachine } from './newsletter/subscriberStatusMachine.ts'
import { unsubscribeForm, unsubscribeHead } from './newsletter/unsubscribeForm.ts'
import { unsubscribe } from './newsletter/unsubscribe.ts'

/**
 * Whoever gets our letters. The smallest one is `{ "email": "…" }`; people come through
 * `POST /api/newsletter-subscribers/subscribe` and go by a link in every letter.
 */
export const NewsletterSubscribers: CollectionConfig = {
  slug: 'newsletter-subscribers',
  labels: {
    singular: { en: 'Subscriber', ru: 'Подписчик' },
    plural: { en: 'Subscribers', ru: 'Подписчики' },
  },
  admin: {
    group: { en: 'Marketing', ru: 'Маркетинг' },
    description: {
      en: 'Everybody who asked for letters, and everybody who asked to stop.',
      ru: 'Все, кто подписался на письма, и все, кто попросил больше не писать.',
    },
    useAsTitle: 'email',
    defaultColumns: ['email', 'name', 'status', 'lists', 'source', 'subscribedAt'],
    listSearchableFields: ['email', 'name'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrOwner('user'),
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  indexes: [{ fields: ['status', 'locale'] }],
  endpoints: [
    subscribe,
    confirmSubscription,
    confirmHead,
    unsubscribeForm,
    unsubscribeHead,
    unsubscribe,
  ],
  hooks: {
    beforeChange: [
      guardStatus({ machine: subscriberStatusMachine }),
      keepComputed({ once: ['subscribedAt'] }),
      stampSubscription,
      linkAccount,
    ],
    afterChange: [recordConsent],
    beforeDelete: [eraseAddress],
    afterDelete: [endConsent],
  },
  fields: [...subscriberFields, ...subscriberSidebar],
}
