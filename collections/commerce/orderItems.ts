import type { ArrayField } from 'payload'

import { nobody } from '../access/nobody.ts'
import { money } from '../money.ts'
import { requiredWholeNumber } from '../requiredWholeNumber.ts'

/** The lines of an order. Title, SKU and price are what was sold, and stay when the product changes. */
export const orderItems: ArrayField = {
  name: 'items',
  type: 'array',
  label: { en: 'Items', ru: 'Позиции' },
  labels: {
    singular: { en: 'Item', ru: 'Позиция' },
    plural: { en: 'Items', ru: 'Позиции' },
  },
  fields: [
    {
      name: 'product',
      type: 'relationship',
      relationTo: 'products',
      label: { en: 'Product', ru: 'Товар' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'title',
          type: 'text',
          label: { en: 'Title', ru: 'Название' },
          admin: { width: '50%' },
        },
        { name: 'sku', type: 'text', label: { en: 'SKU', ru: 'Артикул' }, admin: { width: '25%' } },
        {
          name: 'variant',
          type: 'text',
          label: { en: 'Variant', ru: 'Вариант' },
          admin: { width: '25%' },
        },
        {
          name: 'quantity',
          type: 'number',
          label: { en: 'Quantity', ru: 'Количество' },
          defaultValue: 1,
          min: 1,
          validate: requiredWholeNumber,
          admin: { step: 1, width: '25%' },
        },
      ],
    },
    money({ name: 'price', label: { en: 'Price of one', ru: 'Цена за штуку' } }),
    {
      name: 'takenFromStock',
      type: 'number',
      label: { en: 'Taken from stock', ru: 'Списано с остатка' },
      hidden: true,
      access: { create: nobody, update: nobody, read: nobody },
    },
  ],
}
