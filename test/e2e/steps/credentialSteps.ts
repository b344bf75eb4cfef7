import { FAKE_BOT_TOKEN } from '../../support/fakes/telegram/startTelegramFake.ts'
import { isRecord } from '../../../src/kernel/isRecord.ts'
import { expectEqual, expectTrue } from '../support/expect.ts'
import { formSettled } from '../support/formSettled.ts'
import { idOf } from '../support/idOf.ts'
import { rest } from '../support/rest.ts'
import { speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

const vault = '/admin/collections/channel-credentials'
const subscriptions = '/admin/collections/event-subscriptions'

/** An account of a service, stored once and chosen, by the forms alone (EV-30). */
export const credentialSteps: Step[] = [
  { name: 'EV-30 credentials of a Telegram bot are stored through the form', run: store },
  { name: 'the stored token is masked and nobody can read it back', run: masked },
  { name: 'Test connection says whose bot it is', run: check },
  { name: 'a subscription chooses the credentials, and its own token field goes', run: choose },
  { name: 'Send test arrives in the chat through the stored account', run: send },
  { name: 'the credentials name the subscription that uses them', run: usage },
  { name: 'credentials in use cannot be deleted', run: keepUsed },
]

async function store(world: World): Promise<void> {
  const { baseUrl, ids, page } = world
  await speak(world, 'en')
  await page.goto(`${baseUrl}${vault}/create`)
  await page.locator('#field-name').fill('Sales bot')
  await formSettled(page)
  expectEqual(await page.locator('input[name="telegram.botToken"]').count(), 0, 'fields before')
  await page.locator('#field-channel').click()
  await page.locator('.rs__option', { hasText: 'Telegram' }).click()
  await page.locator('input[name="telegram.botToken"]').fill(FAKE_BOT_TOKEN)
  expectEqual(await page.locator('input[name="slack.webhookUrl"]').count(), 0, 'other fields')
  await formSettled(page)
  await page.locator('#action-save').click()
  await page.waitForURL(/channel-credentials\/(?!create)[^/?]+/)
  ids.set('bot', new URL(page.url()).pathname.split('/').at(-1) ?? '')
}

async function masked(world: World): Promise<void> {
  const { page } = world
  await page.reload()
  await page.getByText('Stored encrypted. Nobody can read it back.').waitFor()
  expectTrue(!(await page.content()).includes(FAKE_BOT_TOKEN), 'the token is in the page')
  const { body } = await rest(world, 'GET', `/api/channel-credentials/${idOf(world, 'bot')}`)
  expectTrue(!JSON.stringify(body).includes(FAKE_BOT_TOKEN), 'the token is in the API')
}

async function check({ page }: World): Promise<void> {
  await page.getByRole('button', { name: 'Test connection' }).click()
  await page.getByText('@shop_bot').first().waitFor()
  await page.locator('.fm-pill--good', { hasText: 'Works' }).waitFor()
}

async function choose({ baseUrl, ids, page }: World): Promise<void> {
  await page.goto(`${baseUrl}${subscriptions}/create`)
  await page.locator('#field-name').fill('Sales chat')
  await page.getByRole('searchbox', { name: 'Search events' }).fill('order created')
  await page.locator('input[name="order.created"]').check()
  await formSettled(page)
  await page.getByRole('button', { name: 'Add channel' }).click()
  const drawer = page.locator('.blocks-drawer__blocks-wrapper')
  await drawer.locator('.thumbnail-card', { hasText: 'Telegram' }).click()
  await drawer.waitFor({ state: 'hidden' })
  const own = page.locator('input[name="channels.0.botToken"]')
  await own.waitFor()
  await formSettled(page)
  await page.locator('#field-channels__0__credentials').click()
  await page.locator('.rs__option', { hasText: 'Sales bot' }).click()
  await own.waitFor({ state: 'detached' })
  await page.locator('#field-channels__0__chatId').fill('-1001234567890')
  await page.locator('#field-channels__0__text').fill('New order {{ data.current.number }}')
  await formSettled(page)
  await page.locator('#action-save').click()
  await page.waitForURL(/event-subscriptions\/(?!create)[^/?]+/)
  ids.set('chat', new URL(page.url()).pathname.split('/').at(-1) ?? '')
}

async function send({ page, telegram }: World): Promise<void> {
  await page.getByRole('button', { name: 'Send test' }).click()
  await page.locator('.fm-try[data-outcome="delivered"]').waitFor()
  const [message] = telegram.posted
  expectTrue(/^New order \S+/.test(message?.seen ?? ''), `the chat got ${message?.seen}`)
}

async function usage(world: World): Promise<void> {
  const { baseUrl, page } = world
  await page.goto(`${baseUrl}${vault}/${idOf(world, 'bot')}`)
  await page.getByText('1 subscription').waitFor()
  const link = page.getByRole('link', { name: 'Sales chat' })
  expectTrue(
    (await link.getAttribute('href'))?.endsWith(idOf(world, 'chat')) === true,
    'the link leads elsewhere',
  )
  await page.goto(`${baseUrl}${vault}`)
  const row = page.locator('tbody tr', { hasText: 'Sales bot' })
  await row.getByText('Works').waitFor()
  await row.getByText('1 subscription').waitFor()
}

async function keepUsed(world: World): Promise<void> {
  const path = `/api/channel-credentials/${idOf(world, 'bot')}`
  const { body, status } = await rest(world, 'DELETE', path)
  expectEqual(status, 409, 'status')
  const [error] = Array.isArray(body['errors']) ? body['errors'] : []
  const data = isRecord(error) && isRecord(error['data']) ? error['data'] : {}
  expectEqual(data['code'], 'FLOW_CREDENTIAL_IN_USE', 'code')
}
