import { expectTrue } from '../support/expect.ts'
import { pastPayload } from '../support/pastPayload.ts'
import { created } from '../support/rest.ts'
import { speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

/** Somebody changed documents past the CMS, and the log is put right. */
export const reconcileSteps: Step[] = [
  { name: 'a change made by SQL is found and named', run: findChange },
  { name: 'it is published after a question, and the list says so', run: tellChange },
  { name: 'the page of replays says what has failed', run: replays },
]

async function findChange(world: World): Promise<void> {
  const { baseUrl, dataDir, ids, page } = world
  await speak(world, 'en')
  const order = await created(world, '/api/orders?locale=ru', {
    total: { amount: 12_300, currency: 'RUB' },
  })
  ids.set('changedBySql', order)
  await pastPayload(dataDir, `UPDATE orders SET status = 'paid' WHERE id = ${Number(order)}`)
  await page.goto(`${baseUrl}/admin/collections/event-gaps`)
  await page.getByRole('button', { name: 'Compare all documents with the log' }).click()
  // The page refreshes itself until the run is over.
  const row = page.locator('tbody tr', { hasText: 'order.paid' }).first()
  await row.getByText('Not told').waitFor()
  expectTrue(
    (await row.textContent())?.includes('status') === true,
    'the field that differs is not shown',
  )
}

async function tellChange({ page }: World): Promise<void> {
  const button = page.getByRole('button', { name: /^Publish what is missing/ })
  await button.click()
  await page.getByText(/will be published, and subscriptions will send them/).waitFor()
  await button.click()
  const row = page.locator('tbody tr', { hasText: 'order.paid' }).first()
  await row.locator('.fm-pill--good').waitFor()
}

async function replays({ baseUrl, page }: World): Promise<void> {
  await page.goto(`${baseUrl}/admin/collections/event-replays`)
  const button = page.getByRole('button', { name: /^Send all failed deliveries again/ })
  await button.or(page.getByText('No delivery has failed for good.')).waitFor()
}
