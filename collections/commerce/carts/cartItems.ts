import type { ArrayField } from 'payload'

import { money } from '../../money.ts'
import { requiredRelation } from '../../requiredRelation.ts'
import { cartLimits } from './cartLimits.ts'
import { requiredWholeNumber } from '../../requiredWholeNumber.ts'

/** The lines of a cart. Title, SKU and price are taken from the product when the line is added. */
export const cartItems: ArrayField = {
  name: 'items',
  type: 'array',
  label: { en: 'Items', ru: 'Товары' },
  labels: {
    singular: { en: 'Item', ru: 'Товар' },
    plural: { en: 'Items', ru: 'Товары' },
  },
  maxRows: cartLimits.maxLines,
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'product',
          type: 'relationship',
          relationTo: 'products',
          label: { en: 'Product', ru: 'Товар' },
          index: true,
          validate: requiredRelation(),
          admin: { width: '50%' },
        },
        {
          name: 'variant',
          type: 'text',
          label: { en: 'Variant', ru: 'Вариант' },
          maxLength: 100,
          admin: { width: '25%' },
        },
        {
          name: 'quantity',
          type: 'number',
          label: { en: 'Quantity', ru: 'Количество' },
          defaultValue: 1,
          min: 1,
          max: cartLimits.maxQuantity,
          validate: requiredWholeNumber,
          admin: { step: 1, width: '25%' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'title',
          type: 'text',
          label: { en: 'Title', ru: 'Название' },
          admin: { width: '60%', readOnly: true },
        },
        {
          name: 'sku',
          type: 'text',
          label: { en: 'SKU', ru: 'Артикул' },
          admin: { width: '40%', readOnly: true },
        },
      ],
    },
    money({
      name: 'price',
      label: { en: 'Price of one', ru: 'Цена за штуку' },
      description: {
        en: 'Left empty, it is the price of the product at this moment.',
        ru: 'Если не указать, берётся цена товара на этот момент.',
      },
    }),
  ],
}
