import { setTimeout as delay } from 'node:timers/promises'

import type { Stage } from './step.ts'

/** The id of the first delivery of a subscription that is dead, as soon as there is one. */
export async function untilDead({ api, staff }: Stage, subscription: string): Promise<string> {
  const where = `where[subscription][equals]=${subscription}&where[status][equals]=dead`
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline) {
    const path = `/event-deliveries?${where}&sort=id&limit=1`
    const { body } = await api.call('GET', path, undefined, { as: staff() })
    const [first] = body['docs'] as { id: string }[]
    if (first) return first.id
    await delay(50)
  }
  throw new Error('no delivery died within 20 seconds')
}
