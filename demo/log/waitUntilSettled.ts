import { setTimeout as delay } from 'node:timers/promises'

import type { Stage } from '../day/step.ts'

const timeoutMs = 60_000

/** Waits until every event is routed and no delivery waits for another try; tells when fewer do. */
export async function waitUntilSettled(
  { api, staff }: Stage,
  onWaiting: (waiting: number) => void,
): Promise<void> {
  const count = async (path: string): Promise<number> => {
    const { body } = await api.call('GET', path, undefined, { as: staff() })
    return Number(body['totalDocs'])
  }
  const open = 'where[status][in]=pending,delivering,retrying'
  const deadline = Date.now() + timeoutMs
  let told = -1
  while (Date.now() < deadline) {
    const events = await count('/event-logs/count?where[status][equals]=pending')
    const deliveries = await count(`/event-deliveries/count?${open}`)
    if (events + deliveries === 0) return
    if (deliveries !== told) onWaiting(deliveries)
    told = deliveries
    await delay(500)
  }
  throw new Error(`deliveries are still open after ${timeoutMs / 1_000} seconds`)
}
