import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleCart } from '../../samples/sampleCart.ts'
import { cartSnapshot } from '../../snapshots/cartSnapshot.ts'

/** Somebody began to shop. */
export const cartCreated = defineEvent({
  type: 'cart.created',
  version: 1,
  area: eventAreas.carts,
  summary: {
    en: 'A cart was created.',
    ru: 'Создана корзина.',
  },
  firesWhen: {
    en: 'A cart is created, empty or not.',
    ru: 'Создана корзина, пустая или с товарами.',
  },
  current: cartSnapshot,
  sample: {
    current: { ...sampleCart, items: [], subtotal: { amount: 0, currency: 'RUB' }, itemCount: 0 },
    previous: null,
    changed: [],
  },
})
