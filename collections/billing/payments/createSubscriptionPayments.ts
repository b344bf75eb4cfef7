import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin.ts'
import { isAdminOrManager } from '../../access/isAdminOrManager.ts'
import { staffOrOwner } from '../../access/staffOrOwner.ts'
import { guardStatus } from '../../guardStatus.ts'
import { keepStored } from '../../keepStored.ts'
import { cloudPaymentsIntake } from '../intake/cloudpayments/cloudPaymentsIntake.ts'
import { genericIntake } from '../intake/generic/genericIntake.ts'
import type { PaymentIntakeOptions } from '../intake/paymentIntakeOptions.ts'
import { yookassaIntake } from '../intake/yookassa/yookassaIntake.ts'
import { paymentStatusMachine } from '../paymentStatusMachine.ts'
import { applyPayment } from './applyPayment.ts'
import { openPayment } from './openPayment.ts'
import { paymentFields } from './paymentFields.ts'
import { planRenewal } from './planRenewal.ts'
import { stampPayment } from './stampPayment.ts'

/**
 * Payments of subscriptions, booked by hand or told by a payment provider. The smallest one is
 * `{ "subscription": 1, "status": "successful" }`.
 */
export function createSubscriptionPayments(intake: PaymentIntakeOptions): CollectionConfig {
  return {
    slug: 'subscription-payments',
    labels: {
      singular: { en: 'Subscription payment', ru: 'Платёж по подписке' },
      plural: { en: 'Subscription payments', ru: 'Платежи по подпискам' },
    },
    admin: {
      group: { en: 'Billing', ru: 'Подписки и платежи' },
      description: {
        en: 'Every attempt to be paid, with what came of it.',
        ru: 'Каждая попытка оплаты и её результат.',
      },
      useAsTitle: 'number',
      defaultColumns: [
        'number',
        'subscription',
        'amount.amount',
        'amount.currency',
        'status',
        'issue',
        'provider',
        'createdAt',
      ],
      listSearchableFields: ['number', 'externalId', 'failureReason'],
    },
    access: {
      create: isAdminOrManager,
      read: staffOrOwner('subscription.customer'),
      update: isAdminOrManager,
      delete: isAdmin,
    },
    defaultSort: '-createdAt',
    disableDuplicate: true,
    // Payload looks for an editor's lock on a second connection: as many saves at once as the pool has would wait for ever.
    lockDocuments: false,
    indexes: [
      { fields: ['provider', 'externalId'], unique: true },
      { fields: ['subscription', 'status'] },
      { fields: ['status', 'createdAt'] },
    ],
    endpoints: [genericIntake(intake), yookassaIntake(intake), ...cloudPaymentsIntake(intake)],
    hooks: {
      beforeValidate: [openPayment],
      beforeChange: [
        guardStatus({ machine: paymentStatusMachine }),
        keepStored([
          'appliedAt',
          'periodStart',
          'periodEnd',
          'issue',
          'paidAt',
          'failedAt',
          'refundedAt',
          'refunds',
        ]),
        stampPayment,
        planRenewal,
      ],
      afterChange: [applyPayment],
    },
    fields: paymentFields,
  }
}
