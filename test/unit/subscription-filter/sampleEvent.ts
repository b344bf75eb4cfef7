import type { FlowEvent } from '../../../src/event-catalogue/flowEvent.ts'
import type { JsonObject } from '../../../src/kernel/json.ts'

/** An event with the given document rows. */
export function sampleEvent(
  current: JsonObject = {},
  previous: JsonObject | null = null,
  type = 'order.paid',
): FlowEvent {
  return {
    id: 'evt_1',
    type,
    version: 1,
    timestamp: '2026-11-21T10:00:00.000Z',
    data: { current, previous, changed: ['status'] },
    meta: {
      source: 'collection_operation',
      collection: 'orders',
      operation: 'update',
      documentId: '7',
      userId: null,
      userEmail: null,
      locale: 'ru',
      causationId: null,
      hop: 0,
      sequence: 1,
    },
  }
}
