import type { FlowEvent } from '../event-catalogue/flowEvent.ts'

/** An ordinary event for tests of channels: Cyrillic, an emoji, nested data and a previous state. */
export const sampleFlowEvent: FlowEvent = {
  id: 'evt_01930000-0000-7000-8000-000000000001',
  type: 'order.paid',
  version: 1,
  timestamp: '2026-11-21T10:00:00.000Z',
  data: {
    current: {
      id: '42',
      status: 'paid',
      customerName: 'Анна 👋',
      total: { ru: { amount: 20_000, currency: 'RUB' } },
    },
    previous: {
      id: '42',
      status: 'pending',
      customerName: 'Анна 👋',
      total: { ru: { amount: 20_000, currency: 'RUB' } },
    },
    changed: ['status'],
  },
  meta: {
    source: 'collection_operation',
    collection: 'orders',
    operation: 'update',
    documentId: '42',
    userId: '1',
    userEmail: 'admin@example.com',
    locale: 'ru',
    causationId: null,
    hop: 0,
    sequence: 2,
  },
}
