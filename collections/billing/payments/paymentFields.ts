import type { Field } from 'payload'

import { isStaff } from '../../access/isStaff.ts'
import { nobody } from '../../access/nobody.ts'
import { money } from '../../money.ts'
import { numberField } from '../../numberField.ts'
import { stampedDate } from '../../stampedDate.ts'
import { wholeNumber } from '../../wholeNumber.ts'
import { externalIdField } from '../externalIdField.ts'
import { providerField } from '../providerField.ts'
import { requiredSelect } from '../../requiredSelect.ts'

const onceWritten = { update: nobody }

/** Fields of a payment, in the order of the form. */
export const paymentFields: Field[] = [
  numberField({
    prefix: 'PAY',
    sequence: 'subscription_payment_number_seq',
    table: 'subscription_payments',
  }),
  {
    name: 'subscription',
    type: 'relationship',
    relationTo: 'subscriptions',
    label: { en: 'Subscription', ru: 'Подписка' },
    required: true,
    index: true,
    access: onceWritten,
  },
  {
    ...money({
      name: 'amount',
      label: { en: 'Amount', ru: 'Сумма' },
      description: {
        en: "Left empty, it is the subscription's price.",
        ru: 'Если не указать, берётся цена подписки.',
      },
    }),
    access: onceWritten,
  },
  {
    type: 'row',
    fields: [
      {
        name: 'periodStart',
        type: 'date',
        label: { en: 'Pays from', ru: 'Оплачено с' },
        admin: { width: '50%', date: { pickerAppearance: 'dayAndTime' } },
      },
      {
        name: 'periodEnd',
        type: 'date',
        label: { en: 'Pays until', ru: 'Оплачено по' },
        admin: {
          width: '50%',
          date: { pickerAppearance: 'dayAndTime' },
          description: {
            en: 'Left empty, the period after the paid one.',
            ru: 'Если не указать, следующий за оплаченным период.',
          },
        },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'failureCode',
        type: 'text',
        label: { en: 'Failure code', ru: 'Код ошибки' },
        maxLength: 200,
        admin: { width: '40%' },
      },
      {
        name: 'failureReason',
        type: 'text',
        label: { en: 'Failure reason', ru: 'Причина неудачи' },
        maxLength: 1000,
        admin: { width: '60%' },
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
    name: 'status',
    type: 'select',
    label: { en: 'Status', ru: 'Статус' },
    validate: requiredSelect,
    defaultValue: 'pending',
    options: [
      { value: 'pending', label: { en: 'Pending', ru: 'Ожидает' } },
      { value: 'successful', label: { en: 'Successful', ru: 'Успешен' } },
      { value: 'failed', label: { en: 'Failed', ru: 'Не прошёл' } },
      { value: 'refunded', label: { en: 'Refunded', ru: 'Возвращён' } },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'issue',
    type: 'select',
    label: { en: 'Needs a look', ru: 'Требует внимания' },
    index: true,
    options: [
      {
        value: 'amount_mismatch',
        label: { en: 'Amount differs from the price', ru: 'Сумма не равна цене' },
      },
      {
        value: 'subscription_cancelled',
        label: { en: 'Subscription was cancelled', ru: 'Подписка отменена' },
      },
    ],
    admin: {
      position: 'sidebar',
      description: {
        en: 'While it is set, the payment does not renew the subscription. Clear it to let it.',
        ru: 'Пока указано, платёж не продлевает подписку. Очистите, чтобы продлить.',
      },
    },
  },
  {
    name: 'attempt',
    type: 'number',
    label: { en: 'Attempt', ru: 'Попытка' },
    min: 1,
    validate: wholeNumber,
    admin: { position: 'sidebar', step: 1 },
  },
  {
    name: 'retryOf',
    type: 'relationship',
    relationTo: 'subscription-payments',
    label: { en: 'New attempt of', ru: 'Повтор платежа' },
    index: true,
    access: onceWritten,
    admin: { position: 'sidebar' },
  },
  providerField(),
  externalIdField({ en: "Number at the provider's", ru: 'Номер в платёжной системе' }),
  stampedDate('paidAt', { en: 'Paid at', ru: 'Оплачен' }),
  stampedDate('failedAt', { en: 'Failed at', ru: 'Не прошёл' }),
  stampedDate('refundedAt', { en: 'Refunded at', ru: 'Возвращён' }),
  stampedDate('appliedAt', { en: 'Counted at', ru: 'Учтён в подписке' }),
  {
    name: 'refunds',
    type: 'array',
    label: { en: 'Refunds', ru: 'Возвраты' },
    labels: {
      singular: { en: 'Refund', ru: 'Возврат' },
      plural: { en: 'Refunds', ru: 'Возвраты' },
    },
    access: { create: nobody, update: nobody },
    admin: { condition: (data) => (data?.['refunds']?.length ?? 0) > 0, readOnly: true },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'externalId',
            type: 'text',
            label: { en: "Number at the provider's", ru: 'Номер в платёжной системе' },
          },
          { name: 'amount', type: 'number', label: { en: 'Amount', ru: 'Сумма' }, min: 0 },
          { name: 'at', type: 'date', label: { en: 'When', ru: 'Когда' } },
        ],
      },
    ],
  },
]
