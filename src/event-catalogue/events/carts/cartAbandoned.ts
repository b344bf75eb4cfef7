import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleCart } from '../../samples/sampleCart.ts'
import { cartSnapshot } from '../../snapshots/cartSnapshot.ts'

/** Found by the schedule, not by a save; once until the lines change again. */
export const cartAbandoned = defineEvent({
  type: 'cart.abandoned',
  version: 1,
  area: eventAreas.carts,
  summary: {
    en: 'A cart was left with products in it.',
    ru: 'Корзину с товарами оставили.',
  },
  firesWhen: {
    en: 'An active cart with products was not changed for the set time, one hour by default. Once until it changes again.',
    ru: 'Активная корзина с товарами не менялась заданное время, по умолчанию час. Один раз до следующего изменения.',
  },
  current: cartSnapshot,
  extra: {
    /** Whole minutes since the lines last changed. */
    idleMinutes: z.number(),
    /** The lines that wait, for letters that list them. */
    items: cartSnapshot.shape.items,
  },
  sample: {
    current: sampleCart,
    previous: null,
    changed: [],
    idleMinutes: 60,
    items: sampleCart.items,
  },
})
