import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleOrder } from '../../samples/sampleOrder.ts'
import { orderSnapshot } from '../../snapshots/orderSnapshot.ts'

/** The buyer has the goods. */
export const orderCompleted = defineEvent({
  type: 'order.completed',
  version: 1,
  area: eventAreas.orders,
  summary: {
    en: 'An order was completed.',
    ru: 'Заказ выполнен.',
  },
  firesWhen: {
    en: 'The status became completed, or an order is created with it.',
    ru: 'Статус стал completed, или заказ создан с ним.',
  },
  current: orderSnapshot,
  sample: {
    current: {
      ...sampleOrder,
      status: 'completed',
      paidAt: '2026-11-21T09:58:04.000Z',
      completedAt: '2026-11-24T14:05:00.000Z',
      updatedAt: '2026-11-24T14:05:00.000Z',
    },
    previous: { ...sampleOrder, status: 'paid', paidAt: '2026-11-21T09:58:04.000Z' },
    changed: ['status', 'completedAt'],
  },
})
