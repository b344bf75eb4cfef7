import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleOrder } from '../../samples/sampleOrder.ts'
import { orderSnapshot } from '../../snapshots/orderSnapshot.ts'

/** The money for an order arrived. */
export const orderPaid = defineEvent({
  type: 'order.paid',
  version: 1,
  area: eventAreas.orders,
  summary: {
    en: 'An order was paid.',
    ru: 'Заказ оплачен.',
  },
  firesWhen: {
    en: 'The status became paid, or an order is created with it.',
    ru: 'Статус стал paid, или заказ создан с ним.',
  },
  current: orderSnapshot,
  sample: {
    current: {
      ...sampleOrder,
      status: 'paid',
      paidAt: '2026-11-21T09:58:04.000Z',
      updatedAt: '2026-11-21T09:58:04.000Z',
    },
    previous: sampleOrder,
    changed: ['status', 'paidAt'],
  },
})
