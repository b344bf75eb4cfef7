import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleProduct } from '../../samples/sampleProduct.ts'
import { productSnapshot } from '../../snapshots/productSnapshot.ts'

/** One event per save, however many prices it touched. */
export const productPriceChanged = defineEvent({
  type: 'product.price_changed',
  version: 1,
  area: eventAreas.products,
  summary: {
    en: 'The price of a product changed.',
    ru: 'Цена товара изменилась.',
  },
  firesWhen: {
    en: 'Any price in any currency or locale changed.',
    ru: 'Изменилась любая цена в любой валюте или локали.',
  },
  current: productSnapshot,
  extra: {
    /** Every price that differs; `old` is null when it was set for the first time, `new` when removed. */
    prices: z.array(
      z.object({
        path: z.string(),
        locale: z.string().nullable(),
        currency: z.string().nullable(),
        old: z.number().nullable(),
        new: z.number().nullable(),
      }),
    ),
  },
  sample: {
    current: sampleProduct,
    previous: {
      ...sampleProduct,
      price: { ru: { amount: 19990, currency: 'RUB' }, en: { amount: 214, currency: 'USD' } },
    },
    changed: ['price'],
    prices: [
      { path: 'price.ru', locale: 'ru', currency: 'RUB', old: 19990, new: 16990 },
      { path: 'price.en', locale: 'en', currency: 'USD', old: 214, new: 182 },
    ],
  },
})
