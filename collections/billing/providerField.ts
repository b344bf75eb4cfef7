import type { SelectField } from 'payload'

/** Who moves the money. */
export type PaymentProvider = 'manual' | 'generic' | 'yookassa' | 'cloudpayments'

/** Through whom is paid; `manual` is money that people book. */
export function providerField(): SelectField {
  return {
    name: 'provider',
    type: 'select',
    label: { en: 'Payment provider', ru: 'Платёжная система' },
    defaultValue: 'manual',
    options: [
      { value: 'manual', label: { en: 'By hand', ru: 'Вручную' } },
      { value: 'generic', label: { en: 'Signed notification', ru: 'Подписанное уведомление' } },
      { value: 'yookassa', label: { en: 'YooKassa', ru: 'ЮKassa' } },
      { value: 'cloudpayments', label: { en: 'CloudPayments', ru: 'CloudPayments' } },
    ],
    admin: { position: 'sidebar' },
  }
}
