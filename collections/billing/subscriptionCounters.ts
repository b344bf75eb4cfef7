import type { Field } from 'payload'

import { nobody } from '../access/nobody.ts'

const machineWritten = { create: nobody, update: nobody }

/** What payments leave on their subscription. */
export const subscriptionCounters: Field[] = [
  {
    name: 'renewals',
    type: 'number',
    label: { en: 'Renewals', ru: 'Продлений' },
    defaultValue: 0,
    access: machineWritten,
    admin: { position: 'sidebar', readOnly: true },
  },
  {
    name: 'failedPayments',
    type: 'number',
    label: { en: 'Failed payments in a row', ru: 'Неудачных платежей подряд' },
    defaultValue: 0,
    index: true,
    access: machineWritten,
    admin: { position: 'sidebar', readOnly: true },
  },
  {
    name: 'lastPayment',
    type: 'relationship',
    relationTo: 'subscription-payments',
    label: { en: 'Last payment', ru: 'Последний платёж' },
    access: machineWritten,
    admin: { position: 'sidebar', readOnly: true },
  },
  {
    name: 'lastFailure',
    type: 'group',
    label: { en: 'Last failure', ru: 'Последняя неудача' },
    access: machineWritten,
    admin: { condition: (data) => Boolean(data?.['lastFailure']?.at), readOnly: true },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'at', type: 'date', label: { en: 'When', ru: 'Когда' } },
          { name: 'code', type: 'text', label: { en: 'Code', ru: 'Код' } },
          { name: 'reason', type: 'text', label: { en: 'Reason', ru: 'Причина' } },
        ],
      },
    ],
  },
]
