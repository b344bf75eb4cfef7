import type * as z from 'zod'

import type { cartSnapshot } from '../snapshots/cartSnapshot.ts'

/** A cart of the sample shop with two lines, nobody's order yet. */
export const sampleCart = {
  id: 5120,
  status: 'active',
  items: [
    {
      id: '6740bf10a9b1c20012d4e701',
      product: 57,
      variant: 'чёрная',
      title: 'Кофемашина «Утро»',
      sku: 'CM-UTRO-01',
      quantity: 1,
      price: { amount: 16990, currency: 'RUB' },
    },
    {
      id: '6740bf10a9b1c20012d4e702',
      product: 73,
      variant: null,
      title: 'Кофе в зёрнах «Эфиопия», 1 кг',
      sku: 'BEAN-ETH-1000',
      quantity: 2,
      price: { amount: 1980, currency: 'RUB' },
    },
  ],
  currency: 'RUB',
  subtotal: { amount: 20950, currency: 'RUB' },
  itemCount: 3,
  user: 318,
  name: 'Анна Смирнова',
  email: 'anna.smirnova@example.com',
  phone: '+79161234567',
  language: 'ru',
  lastChangedAt: '2026-11-21T09:44:10.000Z',
  order: null,
  convertedAt: null,
  mergedInto: null,
  utm: { source: 'vk', medium: 'cpc', campaign: 'autumn-coffee', content: null, term: null },
  referrer: 'https://vk.com/',
  createdAt: '2026-11-21T09:42:00.000Z',
  updatedAt: '2026-11-21T09:44:10.000Z',
} satisfies z.output<typeof cartSnapshot>
