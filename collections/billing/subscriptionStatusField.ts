import type { SelectField, SelectFieldSingleValidation } from 'payload'
import { select } from 'payload/shared'

/** Empty is allowed on a new document only: `beginSubscription` fills it. */
const requiredLater: SelectFieldSingleValidation = (value, options) =>
  select(value, { ...options, required: options.operation === 'update' })

/** Where a subscription stands. */
export const subscriptionStatusField: SelectField = {
  name: 'status',
  type: 'select',
  label: { en: 'Status', ru: 'Статус' },
  options: [
    { value: 'trialing', label: { en: 'Trial', ru: 'Пробный период' } },
    { value: 'active', label: { en: 'Active', ru: 'Действует' } },
    { value: 'past_due', label: { en: 'Waits for payment', ru: 'Ожидает оплаты' } },
    { value: 'paused', label: { en: 'Paused', ru: 'Приостановлена' } },
    { value: 'cancelled', label: { en: 'Cancelled', ru: 'Отменена' } },
    { value: 'expired', label: { en: 'Expired', ru: 'Истекла' } },
  ],
  validate: requiredLater,
  admin: {
    position: 'sidebar',
    description: {
      en: "Left empty on a new one: the plan's trial, or active.",
      ru: 'Если не указать в новой: пробный период тарифа или «Действует».',
    },
  },
}
