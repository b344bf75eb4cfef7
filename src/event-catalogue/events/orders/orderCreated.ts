import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleOrder } from '../../samples/sampleOrder.ts'
import { orderSnapshot } from '../../snapshots/orderSnapshot.ts'

/** An order was placed, paid or not. */
export const orderCreated = defineEvent({
  type: 'order.created',
  version: 1,
  area: eventAreas.orders,
  summary: {
    en: 'An order was created.',
    ru: 'Создан заказ.',
  },
  firesWhen: {
    en: 'An order is created, in any status.',
    ru: 'Создан заказ в любом статусе.',
  },
  current: orderSnapshot,
  sample: {
    current: sampleOrder,
    previous: null,
    changed: [],
  },
})
