import type { Field } from 'payload'

import { isStaff } from '../access/isStaff.ts'
import { nobody } from '../access/nobody.ts'
import { money } from '../money.ts'
import { numberField } from '../numberField.ts'
import { stampedDate } from '../stampedDate.ts'
import { externalIdField } from './externalIdField.ts'
import { intervalFields } from './intervalFields.ts'
import { providerField } from './providerField.ts'
import { subscriptionCounters } from './subscriptionCounters.ts'
import { subscriptionStatusField } from './subscriptionStatusField.ts'

/** Fields of a subscription, in the order of the form. */
export const subscriptionFields: Field[] = [
  numberField({ prefix: 'SUB', sequence: 'subscription_number_seq', table: 'subscriptions' }),
  {
    name: 'customer',
    type: 'relationship',
    relationTo: 'users',
    label: { en: 'Customer', ru: 'Клиент' },
    required: true,
    index: true,
  },
  {
    name: 'plan',
    type: 'relationship',
    relationTo: 'subscription-plans',
    label: { en: 'Plan', ru: 'Тариф' },
    required: true,
    index: true,
  },
  money({
    name: 'price',
    label: { en: 'Price of a period', ru: 'Цена за период' },
    description: {
      en: "The plan's price at the beginning; a new price of the plan does not change it.",
      ru: 'Цена тарифа на момент начала; новая цена тарифа её не меняет.',
    },
  }),
  intervalFields({
    isFrozen: true,
    description: { en: 'Taken from the plan.', ru: 'Берётся из тарифа.' },
  }),
  {
    type: 'row',
    fields: [
      {
        name: 'currentPeriodStart',
        type: 'date',
        label: { en: 'Period begins', ru: 'Начало периода' },
        admin: { width: '50%', date: { pickerAppearance: 'dayAndTime' } },
      },
      {
        name: 'currentPeriodEnd',
        type: 'date',
        label: { en: 'Paid until', ru: 'Оплачено до' },
        index: true,
        admin: {
          width: '50%',
          date: { pickerAppearance: 'dayAndTime' },
          description: {
            en: 'A successful payment moves it forward.',
            ru: 'Успешный платёж сдвигает эту дату вперёд.',
          },
        },
      },
    ],
  },
  {
    name: 'note',
    type: 'textarea',
    label: { en: 'Note', ru: 'Примечание' },
    access: { read: isStaff },
    admin: { description: { en: 'Seen by staff only.', ru: 'Видят только сотрудники.' } },
  },
  {
    name: 'cancellationReason',
    type: 'text',
    label: { en: 'Why it was cancelled', ru: 'Почему отменена' },
    admin: { condition: (data) => data?.['status'] === 'cancelled' || data?.['cancelAtPeriodEnd'] },
  },
  subscriptionStatusField,
  {
    name: 'autoRenew',
    type: 'checkbox',
    label: { en: 'Renews by itself', ru: 'Продлевается автоматически' },
    defaultValue: true,
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'cancelAtPeriodEnd',
    type: 'checkbox',
    label: { en: 'Ends with the period', ru: 'Закончится с концом периода' },
    defaultValue: false,
    admin: { position: 'sidebar' },
  },
  providerField(),
  externalIdField({ en: "Number at the provider's", ru: 'Номер в платёжной системе' }),
  ...subscriptionCounters,
  {
    name: 'billingAnchor',
    type: 'date',
    label: { en: 'Periods are counted from', ru: 'Периоды считаются от' },
    access: { create: nobody, update: nobody },
    admin: { position: 'sidebar', readOnly: true },
  },
  stampedDate('trialEndsAt', { en: 'Trial ends', ru: 'Конец пробного периода' }),
  stampedDate('pausedAt', { en: 'Paused at', ru: 'Приостановлена' }),
  stampedDate('cancelledAt', { en: 'Cancelled at', ru: 'Отменена' }),
  stampedDate('expiredAt', { en: 'Expired at', ru: 'Истекла' }),
]
