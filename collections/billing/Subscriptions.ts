import type { CollectionConfig } from 'payload'

import { isAdmin } from '../access/isAdmin.ts'
import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { staffOrOwner } from '../access/staffOrOwner.ts'
import { guardStatus } from '../guardStatus.ts'
import { keepStored } from '../keepStored.ts'
import { refuseDeletionInUse } from '../refuseDeletionInUse.ts'
import { cancelSubscription } from './actions/cancelSubscription.ts'
import { pauseSubscription } from './actions/pauseSubscription.ts'
import { resumeSubscription } from './actions/resumeSubscription.ts'
import { adoptPlan } from './adoptPlan.ts'
import { beginSubscription } from './beginSubscription.ts'
import { checkPeriod } from './checkPeriod.ts'
import { stampSubscription } from './stampSubscription.ts'
import { subscriptionFields } from './subscriptionFields.ts'
import { subscriptionStatusMachine } from './subscriptionStatusMachine.ts'

/** Who is subscribed to what, and until when it is paid. The smallest one is `{ "customer": 1, "plan": 1 }`. */
export const Subscriptions: CollectionConfig = {
  slug: 'subscriptions',
  labels: {
    singular: { en: 'Subscription', ru: 'Подписка' },
    plural: { en: 'Subscriptions', ru: 'Подписки' },
  },
  admin: {
    group: { en: 'Billing', ru: 'Подписки и платежи' },
    description: {
      en: 'Who is subscribed to what, and until when it is paid.',
      ru: 'Кто на что подписан и до какого числа оплачено.',
    },
    useAsTitle: 'number',
    defaultColumns: [
      'number',
      'customer',
      'plan',
      'status',
      'currentPeriodEnd',
      'price.amount',
      'autoRenew',
    ],
    listSearchableFields: ['number', 'externalId', 'customer.email'],
  },
  access: {
    create: isAdminOrManager,
    read: staffOrOwner('customer'),
    update: isAdminOrManager,
    delete: isAdmin,
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  // Payload looks for an editor's lock on a second connection: as many saves at once as the pool has would wait for ever.
  lockDocuments: false,
  indexes: [
    { fields: ['status', 'currentPeriodEnd'] },
    { fields: ['customer', 'status'] },
    { fields: ['provider', 'externalId'], unique: true },
  ],
  endpoints: [cancelSubscription, pauseSubscription, resumeSubscription],
  hooks: {
    beforeValidate: [beginSubscription],
    beforeChange: [
      guardStatus({ machine: subscriptionStatusMachine }),
      keepStored([
        'currentPeriodStart',
        'currentPeriodEnd',
        'billingAnchor',
        'renewals',
        'failedPayments',
        'lastPayment',
        'lastFailure',
        'pausedAt',
        'cancelledAt',
        'expiredAt',
      ]),
      adoptPlan,
      stampSubscription,
      checkPeriod,
    ],
    beforeDelete: [
      refuseDeletionInUse({
        collection: 'subscription-payments',
        field: 'subscription',
        message: {
          en: 'The subscription has payments. Cancel it instead of deleting it.',
          ru: 'У подписки есть платежи. Отмените её вместо удаления.',
        },
      }),
    ],
  },
  fields: subscriptionFields,
}
