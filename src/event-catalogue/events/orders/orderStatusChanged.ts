import * as z from 'zod'

import { defineEvent } from '../../defineEvent.ts'
import { eventAreas } from '../../eventAreas.ts'
import { sampleOrder } from '../../samples/sampleOrder.ts'
import { orderSnapshot } from '../../snapshots/orderSnapshot.ts'

/** Fires beside the specific event, for receivers that mirror the status. */
export const orderStatusChanged = defineEvent({
  type: 'order.status_changed',
  version: 1,
  area: eventAreas.orders,
  summary: {
    en: 'The status of an order changed.',
    ru: 'Статус заказа изменился.',
  },
  firesWhen: {
    en: 'Any change of the status of an order that existed before.',
    ru: 'Любая смена статуса существующего заказа.',
  },
  current: orderSnapshot,
  extra: {
    // Plain text: a site may have statuses of its own.
    statusFrom: z.string().nullable(),
    statusTo: z.string(),
  },
  sample: {
    current: {
      ...sampleOrder,
      status: 'refunded',
      paidAt: '2026-11-21T09:58:04.000Z',
      updatedAt: '2026-11-22T15:12:00.000Z',
    },
    previous: { ...sampleOrder, status: 'paid', paidAt: '2026-11-21T09:58:04.000Z' },
    changed: ['status'],
    statusFrom: 'paid',
    statusTo: 'refunded',
  },
})
