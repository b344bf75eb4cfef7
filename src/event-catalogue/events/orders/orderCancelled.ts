import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleOrder } from '../../samples/sampleOrder.ts'
import { orderSnapshot } from '../../snapshots/orderSnapshot.ts'

/** An order will not be fulfilled. */
export const orderCancelled = defineEvent({
  type: 'order.cancelled',
  version: 1,
  area: eventAreas.orders,
  summary: {
    en: 'An order was cancelled.',
    ru: 'Заказ отменён.',
  },
  firesWhen: {
    en: 'The status became cancelled, or an order is created with it.',
    ru: 'Статус стал cancelled, или заказ создан с ним.',
  },
  current: orderSnapshot,
  sample: {
    current: {
      ...sampleOrder,
      status: 'cancelled',
      cancelledAt: '2026-11-21T10:40:00.000Z',
      updatedAt: '2026-11-21T10:40:00.000Z',
    },
    previous: sampleOrder,
    changed: ['status', 'cancelledAt'],
  },
})
