import type * as z from 'zod'

import type { orderSnapshot } from '../snapshots/orderSnapshot.ts'

/** A fresh order of the sample shop, not yet paid. */
export const sampleOrder = {
  id: 10482,
  number: 'FM-10482',
  status: 'pending',
  total: {
    ru: { amount: 18970, currency: 'RUB' },
    en: { amount: 203, currency: 'USD' },
  },
  items: [
    {
      id: '6740c1f2a9b1c20012d4e801',
      product: 57,
      title: 'Кофемашина «Утро»',
      sku: 'CM-UTRO-01',
      variant: 'чёрная',
      quantity: 1,
      price: { amount: 16990, currency: 'RUB' },
    },
    {
      id: '6740c1f2a9b1c20012d4e802',
      product: 73,
      title: 'Кофе в зёрнах «Эфиопия», 1 кг',
      sku: 'BEAN-ETH-1000',
      variant: null,
      quantity: 1,
      price: { amount: 1980, currency: 'RUB' },
    },
  ],
  discount: { amount: null, currency: null },
  deliveryCost: { amount: null, currency: null },
  deliveryMethod: 'courier',
  paymentMethod: 'card',
  shippingAddress: {
    country: 'Россия',
    region: null,
    city: 'Москва',
    street: 'Лесная ул., 5, кв. 12',
    postalCode: '125047',
    recipient: null,
    comment: null,
  },
  cart: 5120,
  customer: 318,
  customerEmail: 'anna.smirnova@example.com',
  customerPhone: '+79161234567',
  customerName: 'Анна Смирнова',
  comment: 'Позвонить за час до доставки',
  note: null,
  source: 'site',
  paidAt: null,
  completedAt: null,
  cancelledAt: null,
  refundedAt: null,
  createdAt: '2026-11-21T09:52:30.000Z',
  updatedAt: '2026-11-21T09:52:30.000Z',
} satisfies z.output<typeof orderSnapshot>
