import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { cartLineSchema } from '../../snapshots/cartLineSchema.ts'
import { sampleCart } from '../../samples/sampleCart.ts'
import { cartSnapshot } from '../../snapshots/cartSnapshot.ts'

/** One event per line, in the order of the lines. */
export const cartItemAdded = defineEvent({
  type: 'cart.item_added',
  version: 1,
  area: eventAreas.carts,
  summary: {
    en: 'A product was put into a cart, or its quantity rose.',
    ru: 'Товар добавлен в корзину, или его стало больше.',
  },
  firesWhen: {
    en: 'The quantity of a product in a cart rose, from zero or from more. A save that touches three lines means three events.',
    ru: 'Количество товара в корзине выросло, с нуля или с большего числа. Сохранение, затронувшее три позиции, даёт три события.',
  },
  current: cartSnapshot,
  extra: cartLineSchema,
  sample: {
    current: sampleCart,
    previous: {
      ...sampleCart,
      items: sampleCart.items.slice(0, 1),
      subtotal: { amount: 16990, currency: 'RUB' },
      itemCount: 1,
      lastChangedAt: '2026-11-21T09:42:00.000Z',
    },
    changed: ['items', 'subtotal', 'itemCount', 'lastChangedAt'],
    item: {
      product: 73,
      variant: null,
      title: 'Кофе в зёрнах «Эфиопия», 1 кг',
      sku: 'BEAN-ETH-1000',
      price: { amount: 1980, currency: 'RUB' },
    },
    quantityBefore: 0,
    quantityAfter: 2,
  },
})
