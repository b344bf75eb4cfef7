import { expectEqual, expectTrue } from '../support/expect.ts'
import { formSettled } from '../support/formSettled.ts'
import { idOf } from '../support/idOf.ts'
import { loggedOrder } from '../support/loggedOrder.ts'
import { refreshUntil } from '../support/refreshUntil.ts'
import { created, rest } from '../support/rest.ts'
import { speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

const collection = '/admin/collections/event-subscriptions'
const reader = 'reader@example.com'
const shown = 'r•••@example.com'

/** Marketing goes to those who agreed, until they click the link in the letter (RFC 8058). */
export const consentSteps: Step[] = [
  { name: 'a marketing subscription is made in the form and asks for consent', run: subscribe },
  { name: 'a newsletter subscriber gets the letter, with the link in its header', run: letter },
  { name: 'opening the link asks and changes nothing', run: asks },
  { name: 'the button unsubscribes, without a session', run: unsubscribes },
  { name: 'the next letter is skipped and the delivery says why', run: skipped },
  { name: 'the record of the consent shows its end', run: record },
]

async function subscribe(world: World): Promise<void> {
  const { baseUrl, ids, page } = world
  await speak(world, 'en')
  await created(world, '/api/newsletter-subscribers', { email: reader, status: 'subscribed' })
  await page.goto(`${baseUrl}${collection}/create`)
  await page.locator('#field-name').fill('Offers')
  await page.getByRole('searchbox', { name: 'Search events' }).fill('order created')
  await page.locator('input[name="order.created"]').check()
  await formSettled(page)
  await page.getByRole('button', { name: 'Add channel' }).click()
  const drawer = page.locator('.blocks-drawer__blocks-wrapper')
  await drawer.locator('.thumbnail-card', { hasText: 'E-mail' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await page.locator('#field-channels__0__to').fill('{{ data.current.customerEmail }}')
  await page.locator('#field-channels__0__subject').fill('An offer for you')
  expectEqual(await page.locator('#field-needsConsent').count(), 0, 'the question before')
  await page.locator('#field-kind').click()
  await page.locator('.rs__option', { hasText: 'Marketing' }).click()
  expectTrue(await page.locator('#field-needsConsent').isChecked(), 'consent is not asked for')
  await formSettled(page)
  await page.locator('#action-save').click()
  await page.waitForURL(/event-subscriptions\/(?!create)[^/?]+/)
  ids.set('offers', new URL(page.url()).pathname.split('/').at(-1) ?? '')
}

async function letter(world: World): Promise<void> {
  const { baseUrl, ids, page } = world
  await loggedOrder(world, { customerEmail: reader })
  const entry = page.locator('.fm-entry', { hasText: 'An offer for you' })
  await refreshUntil(page, `${baseUrl}/admin/mail-outbox`, entry)
  await entry.first().click()
  await page.waitForURL(/\?letter=/)
  const headers = page.getByRole('region', { name: 'Header lines' })
  await headers.getByText('List-Unsubscribe-Post').waitFor()
  const lines = ((await headers.textContent()) ?? '').replaceAll(/\s+/g, ' ')
  const [, link] = /List-Unsubscribe:? ?<([^>]+)>/.exec(lines) ?? []
  expectTrue(link !== undefined, `no link in ${lines}`)
  ids.set('link', link.replaceAll(' ', ''))
}

async function asks(world: World): Promise<void> {
  const { page } = world
  await page.context().request.head(idOf(world, 'link'))
  await asStranger(world, async (stranger) => {
    await stranger.getByText(`No more advertising will go to ${shown}`).waitFor()
    await stranger.getByRole('button', { name: 'Unsubscribe' }).waitFor()
  })
  expectEqual(await statusOf(world), 'subscribed', 'the subscriber after the visit')
}

async function unsubscribes(world: World): Promise<void> {
  await asStranger(world, async (stranger) => {
    await stranger.getByRole('button', { name: 'Unsubscribe' }).click()
    await stranger.getByRole('heading', { name: 'You are unsubscribed' }).waitFor()
    await stranger.reload()
    await stranger.getByRole('heading', { name: 'You are unsubscribed' }).waitFor()
  })
  expectEqual(await statusOf(world), 'unsubscribed', 'the subscriber after the click')
}

async function skipped(world: World): Promise<void> {
  const { baseUrl, page } = world
  const { eventId } = await loggedOrder(world, { customerEmail: reader })
  const reason = page.getByText(`skipped: ${shown} wants no marketing on this channel`)
  await refreshUntil(page, `${baseUrl}/admin/collections/event-logs/${eventId}`, reason)
}

async function record({ baseUrl, page }: World): Promise<void> {
  await page.goto(`${baseUrl}/admin/collections/consents`)
  const row = page.locator('tbody tr', { hasText: shown })
  await row.getByText('newsletter').waitFor()
  await row.locator('a').first().click()
  await page.waitForURL(/consents\/[^/?]+/)
  const by = page.locator('#field-withdrawnBy')
  await by.waitFor()
  expectEqual(await by.inputValue(), 'unsubscribe_link', 'what ended the consent')
}

/** Opens the link in a browser session that nobody has signed in to. */
async function asStranger(
  world: World,
  run: (page: World['page']) => Promise<void>,
): Promise<void> {
  const browser = world.context.browser()
  if (!browser) throw new Error('the steps run in a browser of their own')
  const own = await browser.newContext({ locale: 'en-US' })
  try {
    const page = await own.newPage()
    await page.goto(idOf(world, 'link'))
    await run(page)
  } finally {
    await own.close()
  }
}

async function statusOf(world: World): Promise<unknown> {
  const path = `/api/newsletter-subscribers?where[email][equals]=${reader}`
  const { body } = await rest(world, 'GET', path)
  const [subscriber] = Array.isArray(body['docs']) ? body['docs'] : []
  return subscriber?.status
}
