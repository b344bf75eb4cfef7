import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { cartLineSchema } from '../../snapshots/cartLineSchema.ts'
import { sampleCart } from '../../samples/sampleCart.ts'
import { cartSnapshot } from '../../snapshots/cartSnapshot.ts'

/** One event per line, in the order of the lines. */
export const cartItemRemoved = defineEvent({
  type: 'cart.item_removed',
  version: 1,
  area: eventAreas.carts,
  summary: {
    en: 'A product was taken out of a cart, or its quantity fell.',
    ru: 'Товар убран из корзины, или его стало меньше.',
  },
  firesWhen: {
    en: 'The quantity of a product in a cart fell, to zero or to less. A save that touches three lines means three events.',
    ru: 'Количество товара в корзине уменьшилось, до нуля или до меньшего числа. Сохранение, затронувшее три позиции, даёт три события.',
  },
  current: cartSnapshot,
  extra: cartLineSchema,
  sample: {
    current: {
      ...sampleCart,
      items: sampleCart.items.slice(0, 1),
      subtotal: { amount: 16990, currency: 'RUB' },
      itemCount: 1,
      lastChangedAt: '2026-11-21T09:48:00.000Z',
      updatedAt: '2026-11-21T09:48:00.000Z',
    },
    previous: sampleCart,
    changed: ['items', 'subtotal', 'itemCount', 'lastChangedAt'],
    item: {
      product: 73,
      variant: null,
      title: 'Кофе в зёрнах «Эфиопия», 1 кг',
      sku: 'BEAN-ETH-1000',
      price: { amount: 1980, currency: 'RUB' },
    },
    quantityBefore: 2,
    quantityAfter: 0,
  },
})
