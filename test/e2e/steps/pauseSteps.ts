import { isRecord } from '../../../src/kernel/isRecord.ts'
import { expectEqual } from '../support/expect.ts'
import { idOf } from '../support/idOf.ts'
import { loggedOrder } from '../support/loggedOrder.ts'
import { refreshUntil } from '../support/refreshUntil.ts'
import { created, rest } from '../support/rest.ts'
import { speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

const collection = '/admin/collections/event-subscriptions'
const PATH = '/while-paused'

/** A person holds a subscription up and lets it go on. */
export const pauseSteps: Step[] = [
  { name: 'Pause keeps what comes, and the delivery says that it waits', run: pause },
  { name: 'Resume sends what has waited', run: resume },
]

async function pause(world: World): Promise<void> {
  const { baseUrl, ids, page, receiver } = world
  await speak(world, 'en')
  const id = await created(world, '/api/event-subscriptions', {
    name: 'Stock system',
    events: ['order.created'],
    channels: [{ blockType: 'webhook', url: receiver.url(PATH) }],
  })
  ids.set('paused', id)
  await page.goto(`${baseUrl}${collection}/${id}`)
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByRole('button', { name: 'Resume', exact: true }).waitFor()
  await loggedOrder(world)
  const waits = page.getByText('1 delivery waits', { exact: true })
  await refreshUntil(page, `${baseUrl}${collection}/${id}`, waits)
  const found = await rest(world, 'GET', `/api/event-deliveries?where[subscription][equals]=${id}`)
  const [delivery] = Array.isArray(found.body['docs']) ? found.body['docs'] : []
  ids.set('waiting', isRecord(delivery) ? String(delivery['id']) : '')
  await page.goto(`${baseUrl}/admin/collections/event-deliveries/${idOf(world, 'waiting')}`)
  await page.getByText('Waiting for its turn: the subscription is paused').waitFor()
  expectEqual(receiver.received(PATH).length, 0, 'requests while it is paused')
}

async function resume(world: World): Promise<void> {
  const { baseUrl, page, receiver } = world
  await page.goto(`${baseUrl}${collection}/${idOf(world, 'paused')}`)
  await page.getByRole('button', { name: 'Resume', exact: true }).click()
  await page.getByRole('button', { name: 'Pause', exact: true }).waitFor()
  // The delivery's page refreshes itself.
  await page.goto(`${baseUrl}/admin/collections/event-deliveries/${idOf(world, 'waiting')}`)
  await page.getByText('The receiver accepted it.').waitFor()
  expectEqual(receiver.received(PATH).length, 1, 'requests after it')
}
