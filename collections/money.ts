import type { FieldHook, GroupField } from 'payload'

import { currencies } from './currencies.ts'

type MoneyOptions = {
  name: string
  label: { en: string; ru: string }
  description?: { en: string; ru: string }
  /** One sum per language, as in `price.ru.amount`. */
  localized?: boolean
}

/** A sum of money as a person writes it: `{ amount: 199.9, currency: 'RUB' }`; the amount is never negative. */
export function money({ name, label, description, localized = false }: MoneyOptions): GroupField {
  return {
    name,
    type: 'group',
    label,
    localized,
    ...(description ? { admin: { description } } : {}),
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'amount',
            type: 'number',
            label: { en: 'Amount', ru: 'Сумма' },
            min: 0,
            index: !localized,
            admin: { step: 0.01, width: '60%' },
          },
          {
            name: 'currency',
            type: 'select',
            label: { en: 'Currency', ru: 'Валюта' },
            options: [...currencies],
            hooks: { beforeChange: [currencyOfAmount] },
            admin: { width: '40%', placeholder: currencies[0] },
          },
        ],
      },
    ],
  }
}

/** A currency stands with an amount and never alone: an untouched language must not look like a changed price. */
const currencyOfAmount: FieldHook = ({ siblingData, value }) => {
  const hasAmount = typeof siblingData['amount'] === 'number'
  return hasAmount ? (value ?? currencies[0]) : null
}
