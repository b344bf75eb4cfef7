import { expectEqual, expectTrue } from '../support/expect.ts'
import { created } from '../support/rest.ts'
import { signedInAs, speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

const address = '/admin/event-catalogue'

/** Finding out what the site can tell, and subscribing to it. */
export const catalogueSteps: Step[] = [
  { name: 'the navigation leads to the catalogue of all events', run: opens },
  { name: 'the catalogue is searched in both languages and says when nothing fits', run: searches },
  { name: 'an event is chosen by keyboard and shows fields, sample and who listens', run: chooses },
  { name: 'a deep link opens a type; an unknown one is told', run: deepLink },
  { name: 'the log opens filtered by the type', run: filteredLog },
  { name: 'a new subscription starts with the event chosen', run: subscribes },
  { name: 'the catalogue speaks Russian', run: russian },
  {
    name: 'a viewer reads the catalogue; a visitor is sent to sign in and comes back',
    run: others,
  },
]

async function opens(world: World): Promise<void> {
  const { baseUrl, page } = world
  await speak(world, 'en')
  await page.goto(`${baseUrl}/admin`)
  await page.locator('.nav-toggler').first().click()
  await page.locator('.nav').getByRole('link', { name: 'Event catalogue' }).click()
  await page.waitForURL(`${baseUrl}${address}`)
  await page.getByRole('heading', { level: 1, name: 'Event catalogue' }).waitFor()
  await page.getByRole('region', { name: 'Orders' }).waitFor()
  await page.getByText('Choose an event to see its fields').waitFor()
  expectEqual(await page.title(), 'Event catalogue | FlowMasters', 'title of the tab')
}

async function searches({ page }: World): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Search events' })
  const entries = page.locator('.fm-entry')
  const all = await entries.count()
  await search.fill('заказ оплачен')
  await page.locator('.fm-entry', { hasText: 'order.paid' }).waitFor()
  expectTrue((await entries.count()) < all, 'the search narrows nothing down')
  await search.fill('no such event')
  await page.getByText('No event matches the search.').waitFor()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  expectEqual(await entries.count(), all, 'events after the search was cleared')
}

async function chooses({ page }: World): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search events' }).fill('order.created')
  await page.keyboard.press('Tab')
  // The box that scrolls may take a stop of its own.
  if (!(await page.locator('.fm-entry:focus').count())) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?type=order\.created$/)
  const details = page.locator('[data-type="order.created"]')
  await details.getByText('An order is created, in any status.').waitFor()
  await details.getByText('data.current.total.<locale>.amount').waitFor()
  await details
    .getByRole('region', { name: 'Sample' })
    .getByText('"type": "order.created"')
    .waitFor()
  await details.getByRole('link', { name: 'Big orders' }).waitFor()
  const week = await details
    .locator('.fm-fact', { hasText: 'Last 7 days' })
    .locator('dd')
    .textContent()
  expectTrue(Number(week) >= 2, `orders of the last days are counted, got ${week}`)
  const value = await page.getByRole('searchbox', { name: 'Search events' }).inputValue()
  expectEqual(value, 'order.created', 'the search after choosing')
}

async function deepLink({ baseUrl, page }: World): Promise<void> {
  await page.goto(`${baseUrl}${address}?type=product.price_changed`)
  await page.locator('[data-type="product.price_changed"]').getByText('data.prices.*.old').waitFor()
  await page.locator('.fm-entry[aria-current="true"]', { hasText: 'price_changed' }).waitFor()
  await page.getByText('Show the JSON Schema of data').click()
  await page.getByRole('region', { name: 'JSON Schema' }).getByText('"$schema"').waitFor()
  await page.goto(`${baseUrl}${address}?type=order.payed%3Cb%3E`)
  await page.getByText('There is no event “order.payed<b>”').waitFor()
}

async function filteredLog({ baseUrl, page }: World): Promise<void> {
  await page.goto(`${baseUrl}${address}?type=order.created`)
  await page.getByRole('link', { name: 'Show in the event log' }).click()
  await page.waitForURL(/event-logs\?.*order\.created/)
  await page.locator('tbody tr', { hasText: 'order.created' }).first().waitFor()
  expectEqual(await page.locator('tbody tr', { hasText: 'product.' }).count(), 0, 'other events')
}

async function subscribes({ baseUrl, page }: World): Promise<void> {
  await page.goto(`${baseUrl}${address}?type=order.paid`)
  await page.getByRole('link', { name: 'Create a subscription for it' }).click()
  await page.waitForURL(/event-subscriptions\/create\?event=order\.paid/)
  await page.getByRole('list', { name: 'Chosen' }).getByText('order.paid').waitFor()
  await page.locator('#field-name').fill('From the catalogue')
  expectTrue(await page.locator('input[name="order.paid"]').isChecked(), 'the box is not ticked')
}

async function russian(world: World): Promise<void> {
  const { baseUrl, page } = world
  await speak(world, 'ru')
  await page.goto(`${baseUrl}${address}?type=order.paid`)
  await page.getByRole('heading', { name: 'Каталог событий' }).waitFor()
  const details = page.locator('[data-type="order.paid"]')
  await details.getByText('Статус стал paid, или заказ создан с ним.').waitFor()
  await details.getByText('на каждом языке: группа полей').waitFor()
  await page.getByRole('searchbox', { name: 'Поиск событий' }).fill('order paid')
  await page.locator('.fm-entry', { hasText: 'Заказ оплачен' }).waitFor()
  await speak(world, 'en')
}

async function others(world: World): Promise<void> {
  const { baseUrl } = world
  const viewer = { email: 'viewer@example.com', password: 'viewer-password' }
  await created(world, '/api/users', { ...viewer, role: 'viewer' })
  await signedInAs(world, viewer, `${address}?type=order.paid`, async (page) => {
    // Signing in has led back to what was asked for.
    expectEqual(page.url(), `${baseUrl}${address}?type=order.paid`, 'address after signing in')
    await page.locator('[data-type="order.paid"]').waitFor()
    expectEqual(await page.getByText('Create a subscription for it').count(), 0, 'create links')
    expectEqual(await page.getByRole('link', { name: 'Mail outbox' }).count(), 0, 'outbox links')
    await page.goto(`${baseUrl}/admin/mail-outbox`)
    await page.getByText('Your role does not allow this page.').waitFor()
  })
}
