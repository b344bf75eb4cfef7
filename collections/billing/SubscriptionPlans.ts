import type { CollectionConfig } from 'payload'

import { isAdminOrManager } from '../access/isAdminOrManager.ts'
import { isStaff } from '../access/isStaff.ts'
import { money } from '../money.ts'
import { refuseDeletionInUse } from '../refuseDeletionInUse.ts'
import { wholeNumber } from '../wholeNumber.ts'
import { intervalFields } from './intervalFields.ts'

/** What can be subscribed to. The smallest one is `{ "title": "…" }`: monthly, no price, no trial. */
export const SubscriptionPlans: CollectionConfig = {
  slug: 'subscription-plans',
  labels: {
    singular: { en: 'Subscription plan', ru: 'Тариф подписки' },
    plural: { en: 'Subscription plans', ru: 'Тарифы подписки' },
  },
  admin: {
    group: { en: 'Billing', ru: 'Подписки и платежи' },
    description: {
      en: 'Prices and periods. Running subscriptions keep the price they began with.',
      ru: 'Цены и периоды. Действующие подписки сохраняют цену, с которой начались.',
    },
    useAsTitle: 'title',
    defaultColumns: [
      'title',
      'price.amount',
      'price.currency',
      'interval.count',
      'interval.unit',
      'trialDays',
      'active',
    ],
    listSearchableFields: ['title'],
  },
  access: {
    create: isAdminOrManager,
    read: ({ req }) => (isStaff({ req }) ? true : { active: { equals: true } }),
    update: isAdminOrManager,
    delete: isAdminOrManager,
  },
  defaultSort: 'order',
  hooks: {
    beforeDelete: [
      refuseDeletionInUse({
        collection: 'subscriptions',
        field: 'plan',
        message: {
          en: 'The plan has subscriptions. Switch it off instead of deleting it.',
          ru: 'На этот тариф есть подписки. Выключите его вместо удаления.',
        },
      }),
    ],
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', ru: 'Название' },
      localized: true,
      required: true,
    },
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'Description', ru: 'Описание' },
      localized: true,
    },
    money({
      name: 'price',
      label: { en: 'Price of a period', ru: 'Цена за период' },
      localized: true,
    }),
    intervalFields({
      description: {
        en: 'The price is for this time.',
        ru: 'Цена указана за этот срок.',
      },
    }),
    {
      name: 'trialDays',
      type: 'number',
      label: { en: 'Trial, days', ru: 'Пробный период, дней' },
      defaultValue: 0,
      min: 0,
      max: 3650,
      validate: wholeNumber,
      admin: { position: 'sidebar', step: 1 },
    },
    {
      name: 'active',
      type: 'checkbox',
      label: { en: 'On sale', ru: 'Продаётся' },
      defaultValue: true,
      index: true,
      admin: {
        position: 'sidebar',
        description: {
          en: 'Visitors see plans on sale only.',
          ru: 'Посетители видят только тарифы в продаже.',
        },
      },
    },
    {
      name: 'order',
      type: 'number',
      label: { en: 'Place in lists', ru: 'Место в списке' },
      defaultValue: 0,
      index: true,
      admin: { position: 'sidebar', step: 1 },
    },
  ],
}
