import type { DeliveryFeed } from './deliveryFeed.ts'

/** The deliveries table itself: workers claim from it directly, so there is nothing to carry. */
export function createTableFeed(): DeliveryFeed {
  return {
    name: 'table',
    handsOver: true,
    graceMs: 0,
    announce: async () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
    isHealthy: () => true,
  }
}
