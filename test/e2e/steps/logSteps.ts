import { expectEqual, expectTrue } from '../support/expect.ts'
import { idOf } from '../support/idOf.ts'
import { refreshUntil } from '../support/refreshUntil.ts'
import { created, rest } from '../support/rest.ts'
import type { Step, World } from '../support/world.ts'

const logs = ['event-logs', 'event-deliveries', 'event-attempts']
const list = (slug: string) => `/admin/collections/${slug}`

/** Reading what happened and healing what failed (EV-25, EV-50, EV-52). */
export const logSteps: Step[] = [
  { name: 'EV-50 a matching order shows both deliveries in the list', run: bothDeliveries },
  { name: "EV-50 the delivery's page shows its attempts and the message", run: attemptsOnPage },
  { name: 'EV-25 the event explains why a small order was not sent', run: whyNotSent },
  { name: 'EV-50 the event log sums the deliveries up', run: summed },
  { name: 'EV-52 Retry on a failed delivery delivers it', run: retry },
  { name: 'the lists filter by status and search', run: filterAndSearch },
  { name: 'log collections cannot be created, saved or deleted', run: readOnly },
  { name: 'the dashboard shows the numbers and links to the failed', run: dashboard },
  { name: 'the admin speaks Russian', run: russian },
]

async function bothDeliveries(world: World): Promise<void> {
  const { baseUrl, ids, page, receiver } = world
  const order = { total: { amount: 20000, currency: 'RUB' } }
  ids.set('bigOrder', await created(world, '/api/orders?locale=ru', order))
  const delivered = page.locator('tbody tr', { hasText: 'order.created' }).filter({
    has: page.locator('.fm-pill--good'),
  })
  // Two of the test and two of the order.
  await refreshUntil(page, `${baseUrl}${list('event-deliveries')}`, delivered.nth(3))
  expectEqual(await delivered.filter({ hasText: 'Webhook' }).count(), 2, 'webhook deliveries')
  expectEqual(await delivered.filter({ hasText: 'E-mail' }).count(), 2, 'e-mail deliveries')
  expectEqual(receiver.received('/big').length, 2, 'requests at the receiver')
}

async function attemptsOnPage({ ids, page }: World): Promise<void> {
  const row = page.locator('tbody tr', { hasText: 'Webhook' }).first()
  await row.locator('a').first().click()
  await page.waitForURL(/event-deliveries\/dlv_/)
  const attempt = page.locator('.fm-tries .fm-try')
  await attempt.first().waitFor()
  expectEqual(await attempt.count(), 1, 'attempts')
  expectEqual(await attempt.getAttribute('data-outcome'), 'delivered', 'outcome')
  await attempt.locator('summary').click()
  await attempt.getByRole('region', { name: 'Answer' }).getByText('seen').waitFor()
  const message = (await page.getByRole('region', { name: 'Message' }).textContent()) ?? ''
  expectTrue(message.includes(`"id": ${ids.get('bigOrder')}`), 'the message is not the order')
}

async function whyNotSent(world: World): Promise<void> {
  const { baseUrl, page } = world
  const order = { total: { amount: 500, currency: 'RUB' } }
  const id = await created(world, '/api/orders?locale=ru', order)
  const row = page.locator('tbody tr', { hasText: `Order ${id}` })
  await refreshUntil(page, `${baseUrl}${list('event-logs')}`, row)
  await row.locator('a').first().click()
  await page.waitForURL(/event-logs\/evt_/)
  const reason = 'Not sent to Big orders because total.ru.amount is 500, needs > 10000'
  await page.getByText(reason).waitFor()
}

async function summed(world: World): Promise<void> {
  const row = world.page.locator('tbody tr', { hasText: `Order ${idOf(world, 'bigOrder')}` })
  const address = `${world.baseUrl}${list('event-logs')}`
  await refreshUntil(world.page, address, row.getByText('2 delivered'))
  await row.getByText('An order was created').waitFor()
}

async function retry(world: World): Promise<void> {
  const { baseUrl, ids, page, receiver } = world
  receiver.answer('/crm', 400)
  await created(world, '/api/event-subscriptions', {
    name: 'CRM',
    events: ['product.*'],
    channels: [{ blockType: 'webhook', url: receiver.url('/crm'), isClientErrorFinal: true }],
  })
  await created(world, '/api/products', { title: 'Cup', _status: 'published' })
  const failed = page.locator('tbody tr', { hasText: 'Failed for good' })
  await refreshUntil(page, `${baseUrl}${list('event-deliveries')}`, failed)
  await failed.first().locator('a').first().click()
  await page.waitForURL(/event-deliveries\/dlv_/)
  ids.set('failed', new URL(page.url()).pathname.split('/').at(-1) ?? '')
  await page.locator('.fm-try[data-outcome="rejected"]').waitFor()
  receiver.answer('/crm', 200)
  await page.getByRole('button', { name: 'Retry now' }).click()
  // The page refreshes itself until the delivery has arrived.
  await page.locator('.fm-story .fm-pill--good').waitFor()
  await page.locator('.fm-try[data-outcome="delivered"]').waitFor()
  expectEqual(await page.locator('.fm-tries .fm-try').count(), 2, 'attempts')
  await page.getByRole('button', { name: 'Send again' }).waitFor()
}

async function filterAndSearch({ baseUrl, page }: World): Promise<void> {
  const address = `${baseUrl}${list('event-deliveries')}`
  await page.goto(`${address}?where[or][0][and][0][status][in][0]=dead`)
  await page.locator('tbody tr', { hasText: 'Failed for good' }).first().waitFor()
  expectEqual(await page.locator('tbody .fm-pill--good').count(), 0, 'rows with another status')
  await page.goto(`${address}?search=crm`)
  await page.locator('tbody tr', { hasText: '/crm' }).first().waitFor()
  expectEqual(await page.locator('tbody tr', { hasText: '/big' }).count(), 0, 'rows of others')
}

async function readOnly(world: World): Promise<void> {
  const { baseUrl, page } = world
  for (const slug of logs) {
    await page.goto(`${baseUrl}${list(slug)}`)
    await page.locator('tbody tr').first().waitFor()
    expectEqual(await page.getByText('Create New').count(), 0, `${slug}: Create New`)
    expectEqual(
      await page.locator('tbody input[type="checkbox"]:visible').count(),
      0,
      `${slug}: row selection`,
    )
    await page.locator('tbody tr').first().locator('a').first().click()
    await page.waitForURL(new RegExp(`${slug}/[a-z]{3}_`))
    await page.locator('.fm-card').first().waitFor()
    const buttons = page.locator('#action-save, #action-delete, .doc-controls__popup')
    expectEqual(await buttons.count(), 0, `${slug}: save, delete or menu`)
    const path = `/api/${slug}/${new URL(page.url()).pathname.split('/').at(-1)}`
    expectEqual((await rest(world, 'DELETE', path)).status, 403, `DELETE ${slug}`)
    expectEqual((await rest(world, 'PATCH', path, { status: 'x' })).status, 403, `PATCH ${slug}`)
  }
}

async function dashboard({ baseUrl, page }: World): Promise<void> {
  await page.goto(`${baseUrl}/admin`)
  const board = page.locator('.fm-board')
  await board.getByText('working').waitFor()
  await board.getByRole('link', { name: 'Failed' }).click()
  await page.waitForURL(/event-deliveries\?.*status.*dead/)
}

async function russian({ baseUrl, context, page }: World): Promise<void> {
  await context.addCookies([{ name: 'payload-lng', value: 'ru', url: baseUrl }])
  await page.goto(`${baseUrl}${list('event-subscriptions')}/create`)
  await page.getByRole('button', { name: 'Добавить условие' }).waitFor()
  await page.getByText('Всё, что происходит').waitFor()
  await page.getByText('Сначала сохраните подписку, потом её можно проверить.').waitFor()
}
