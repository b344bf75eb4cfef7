import type * as z from 'zod'

import type { productSnapshot } from '../snapshots/productSnapshot.ts'

/** A product of the sample shop. */
export const sampleProduct = {
  id: 57,
  title: { ru: 'Кофемашина «Утро»', en: 'Coffee machine "Utro"' },
  slug: 'coffee-machine-utro',
  shortDescription: { ru: 'Капучино одной кнопкой.', en: 'Cappuccino at one touch.' },
  description: {
    ru: 'Автоматическая кофемашина с капучинатором, 15 бар.',
    en: 'Automatic coffee machine with a milk frother, 15 bar.',
  },
  sku: 'CM-UTRO-01',
  price: { ru: { amount: 16990, currency: 'RUB' }, en: { amount: 182, currency: 'USD' } },
  compareAtPrice: { ru: { amount: 19990, currency: 'RUB' }, en: { amount: 214, currency: 'USD' } },
  stock: 14,
  images: [211, 212],
  categories: [4],
  _status: 'published',
  createdAt: '2026-09-10T11:00:00.000Z',
  updatedAt: '2026-11-21T08:30:00.000Z',
} satisfies z.output<typeof productSnapshot>
