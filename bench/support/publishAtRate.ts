import type { Payload } from 'payload'

import { getRuntime } from '../../src/runtime/getRuntime.ts'

const TICK_MS = 20

/** How events are published at a steady rate. */
export type Rate = {
  perSecond: number
  seconds: number
  /** Number of the first; its document's id. @default 1 */
  first?: number
  /** The customer of the n-th order, by which subscriptions tell theirs. */
  emailOf?: (n: number) => string
}

/**
 * Puts order events into the outbox at a steady rate, what is due in one transaction. Returns when each was committed (epoch ms), by
 * the id of its document.
 */
export async function publishAtRate(
  payload: Payload,
  { emailOf = () => 'anna@example.test', first = 1, perSecond, seconds }: Rate,
): Promise<Map<string, number>> {
  const { catalogue, events } = getRuntime(payload)
  const definition = catalogue.get('order.created')
  const committed = new Map<string, number>()
  const total = perSecond * seconds
  const running: Promise<void>[] = []
  const startedAt = performance.now()
  const publish = async (from: number, count: number): Promise<void> => {
    const ids = Array.from({ length: count }, (_, index) => first + from + index)
    await events.capture(
      ids.map((id) => ({
        definition,
        data: {
          current: {
            id,
            number: `FM-${id}`,
            status: 'pending',
            total: { ru: { amount: 20_000, currency: 'RUB' } },
            items: [],
            customerEmail: emailOf(id),
          },
        },
        meta: { source: 'code' as const, documentId: id },
      })),
      {},
    )
    const at = performance.timeOrigin + performance.now()
    for (const id of ids) committed.set(String(id), at)
  }
  let published = 0
  while (published < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - startedAt) * perSecond) / 1_000))
    if (due > published) running.push(publish(published, due - published))
    published = Math.max(published, due)
    await new Promise((resolve) => setTimeout(resolve, TICK_MS))
  }
  await Promise.all(running)
  return committed
}
