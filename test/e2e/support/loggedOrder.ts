import { isRecord } from '../../../src/kernel/isRecord.ts'
import { expectTrue } from './expect.ts'
import { created, rest } from './rest.ts'
import type { World } from './world.ts'

/** Creates an order; its number, and the event that the log has of it. */
export async function loggedOrder(
  world: World,
  more: Record<string, unknown> = {},
): Promise<{ eventId: string; number: string }> {
  const total = { amount: 1_500, currency: 'RUB' }
  const order = await created(world, '/api/orders?locale=ru', { total, ...more })
  const { body } = await rest(world, 'GET', `/api/orders/${order}`)
  const logs = await rest(world, 'GET', `/api/events/logs?type=order.created&documentId=${order}`)
  const [event] = Array.isArray(logs.body['docs']) ? logs.body['docs'] : []
  expectTrue(isRecord(event), `the log has no event of order ${order}`)
  return { eventId: String(event['id']), number: String(body['number']) }
}
