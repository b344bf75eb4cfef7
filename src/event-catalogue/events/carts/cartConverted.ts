import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { rowField } from '../../rowField.ts'
import { sampleCart } from '../../samples/sampleCart.ts'
import { cartSnapshot } from '../../snapshots/cartSnapshot.ts'

/** The goal of every reminder about a cart. */
export const cartConverted = defineEvent({
  type: 'cart.converted',
  version: 1,
  area: eventAreas.carts,
  summary: {
    en: 'A cart became an order.',
    ru: 'Корзина стала заказом.',
  },
  firesWhen: {
    en: 'The status of the cart became converted.',
    ru: 'Статус корзины стал converted.',
  },
  current: cartSnapshot,
  extra: {
    /** Id of the order; null when the cart was marked by hand and names none. */
    orderId: rowField.id.nullable(),
  },
  sample: {
    current: {
      ...sampleCart,
      status: 'converted',
      order: 10482,
      convertedAt: '2026-11-21T09:52:30.000Z',
      updatedAt: '2026-11-21T09:52:30.000Z',
    },
    previous: sampleCart,
    changed: ['status', 'order', 'convertedAt'],
    orderId: 10482,
  },
})
