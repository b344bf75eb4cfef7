import type { Payload } from 'payload'

import { getRuntime } from '../../src/runtime/getRuntime.ts'

/** Puts `count` order events into the outbox as fast as it takes them, `batch` in a transaction. */
export async function publishMany(payload: Payload, count: number, batch = 100): Promise<void> {
  const { catalogue, events } = getRuntime(payload)
  const definition = catalogue.get('order.created')
  const data = {
    current: {
      id: 1,
      number: 'FM-000001',
      status: 'pending',
      total: { ru: { amount: 20_000, currency: 'RUB' } },
      items: [],
      customerEmail: 'anna@example.test',
    },
  }
  let left = count
  const work = async (): Promise<void> => {
    while (left > 0) {
      const size = Math.min(batch, left)
      left -= size
      await events.capture(
        Array.from({ length: size }, () => ({
          definition,
          data,
          meta: { source: 'code' as const },
        })),
        {},
      )
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
}
