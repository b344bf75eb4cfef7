import { isRecord } from '../../../src/kernel/isRecord.ts'
import { expectEqual, expectTrue } from '../support/expect.ts'
import { rest } from '../support/rest.ts'
import { speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

/** What the site does by itself, and who makes it do so now. */
export const scheduleSteps: Step[] = [
  { name: 'the catalogue lists every type there is, 82 of them', run: wholeCatalogue },
  { name: 'Run now runs a scheduled job and shows the run', run: runNow },
]

async function wholeCatalogue(world: World): Promise<void> {
  const { baseUrl, page } = world
  await speak(world, 'en')
  await page.goto(`${baseUrl}/admin/event-catalogue`)
  await page.locator('.fm-entry').first().waitFor()
  const { body } = await rest(world, 'GET', '/api/events/catalogue')
  const { totals } = body
  const shown = await page.locator('.fm-entry').count()
  expectEqual(shown, isRecord(totals) ? totals['types'] : 0, 'types on the page and of the API')
  expectTrue(shown >= 82, `only ${shown} types are shown`)
}

async function runNow(world: World): Promise<void> {
  const { baseUrl, page } = world
  await page.goto(`${baseUrl}/admin/collections/scheduled-jobs/task.overdue`)
  await page.getByRole('button', { name: 'Run now' }).click()
  const run = page.locator('tbody tr', { hasText: 'admin@example.com' }).first()
  // The page refreshes itself until the run is over.
  await run.locator('.fm-pill--good').waitFor()
  const { body } = await rest(
    world,
    'GET',
    '/api/scheduled-runs?where[job][equals]=task.overdue&where[trigger][equals]=manual',
  )
  const [last] = Array.isArray(body['docs']) ? body['docs'] : []
  expectEqual(isRecord(last) ? last['outcome'] : undefined, 'done', 'outcome of the run')
}
