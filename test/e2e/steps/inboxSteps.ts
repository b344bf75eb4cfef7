import type { Page } from 'playwright-core'

import { expectEqual, expectTrue } from '../support/expect.ts'
import { idOf } from '../support/idOf.ts'
import { created, rest } from '../support/rest.ts'
import { signedInAs, speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

/** The bell: two browsers of one person, nobody reloads anything. */
export const inboxSteps: Step[] = [
  { name: 'an order rings the bell in two browsers; read in one, it is silent in both', run: ring },
  { name: 'the bell is worked by the keyboard and leads to the order', run: lead },
  { name: 'the list of notifications has it, and the bell goes by its other name', run: list },
]

const bell = (page: Page) => page.locator('.fm-bell__button')
const count = (page: Page) => page.locator('.fm-bell__count')

const order = (world: World): Promise<string> =>
  created(world, '/api/orders?locale=ru', { total: { amount: 20_000, currency: 'RUB' } })

async function ring(world: World): Promise<void> {
  const { admin, baseUrl, ids, page } = world
  await speak(world, 'en')
  const subscription = await created(world, '/api/event-subscriptions', {
    name: 'Bell',
    events: ['order.created'],
    channels: [
      {
        blockType: 'in-app',
        audience: 'staff',
        title: 'New order {{ data.current.number }}',
        text: 'For {{ data.current.total.ru.amount | money: "RUB" }}',
        level: 'success',
      },
    ],
  })
  ids.set('bell', subscription)
  await page.goto(`${baseUrl}/admin`)
  await bell(page).waitFor()
  await signedInAs(world, admin, '/admin/collections/orders', async (second) => {
    await bell(second).waitFor()
    expectEqual([await count(page).count(), await count(second).count()], [0, 0], 'numbers before')
    ids.set('rung', await order(world))
    for (const one of [page, second]) {
      await count(one).waitFor()
      expectEqual(await count(one).textContent(), '1', 'the number at the bell')
    }
    await bell(second).click()
    await second.locator('.fm-inbox__item', { hasText: 'New order' }).waitFor()
    await second.getByRole('button', { name: 'Mark all as read' }).click()
    for (const one of [page, second]) await count(one).waitFor({ state: 'detached' })
  })
}

async function lead(world: World): Promise<void> {
  const { ids, page } = world
  ids.set('rung', await order(world))
  await count(page).waitFor()
  await bell(page).focus()
  await page.keyboard.press('Enter')
  await page.locator('.fm-inbox__item--unread').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.fm-inbox').waitFor({ state: 'detached' })
  expectTrue(
    await bell(page).evaluate((button) => button === document.activeElement),
    'the focus is back at the bell',
  )
  await page.keyboard.press('Enter')
  await page.locator('.fm-inbox__item--unread').waitFor()
  // "Mark all as read", then the first notification.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/admin/collections/orders/${idOf(world, 'rung')}`))
  await count(page).waitFor({ state: 'detached' })
}

async function list(world: World): Promise<void> {
  const { baseUrl, page } = world
  await rest(world, 'DELETE', `/api/event-subscriptions/${idOf(world, 'bell')}`)
  await page.goto(`${baseUrl}/admin/collections/notifications`)
  await page.locator('tbody tr', { hasText: 'New order' }).nth(1).waitFor()
  await speak(world, 'ru')
  await page.goto(`${baseUrl}/admin`)
  await bell(page).click()
  await page.getByRole('dialog', { name: 'Уведомления' }).getByText('Все уведомления').click()
  await page.waitForURL(/\/admin\/collections\/notifications/)
  await speak(world, 'en')
}
