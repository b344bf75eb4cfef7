import { expectEqual, expectTrue } from '../support/expect.ts'
import { formSettled } from '../support/formSettled.ts'
import { idOf } from '../support/idOf.ts'
import { isRecord } from '../../../src/kernel/isRecord.ts'
import { rest } from '../support/rest.ts'
import type { Step, World } from '../support/world.ts'

const collection = '/admin/collections/event-subscriptions'

/** Configuring a subscription as a shop manager does: by the form alone (EV-20, EV-21). */
export const subscriptionSteps: Step[] = [
  { name: 'EV-20 a subscription with webhook and e-mail is created through the form', run: create },
  { name: 'the generated secret is shown once and masked after a reload', run: secretOnce },
  { name: 'EV-21 the form stored exactly the filter JSON and the events', run: storedAsJson },
  { name: 'the form shows a stored filter in rows again', run: rowsAgain },
  { name: 'Send test shows what each channel answered', run: sendTest },
  { name: 'unsaved changes disable Send test', run: unsavedChanges },
  { name: 'Rotate makes a new secret, shows it and says how long the old one lives', run: rotate },
]

async function create(world: World): Promise<void> {
  const { baseUrl, ids, page, receiver } = world
  await page.goto(`${baseUrl}${collection}/create`)
  await page.locator('#field-name').fill('Big orders')
  await page.getByRole('searchbox', { name: 'Search events' }).fill('order created')
  await page.locator('input[name="order.created"]').check()
  await page.getByRole('searchbox', { name: 'Search events' }).fill('')
  await page.getByRole('button', { name: 'Add condition' }).click()
  const row = page.locator('.fm-filter__row')
  await row.getByLabel('Value', { exact: true }).selectOption('data.current.total.ru.amount')
  await row.getByLabel('Comparison').selectOption('gt')
  await row.getByLabel('Compared with').fill('10 000')
  await addChannel(world, 'Webhook')
  await page.locator('#field-channels__0__url').fill(receiver.url('/big'))
  await addChannel(world, 'E-mail')
  await page.getByText(/^Text, HTML/).waitFor()
  await page.locator('#field-channels__1__to').fill('admin@yoursite.com')
  await page.locator('#action-save').click()
  await page.waitForURL(/event-subscriptions\/(?!create)[^/?]+/)
  ids.set('big', new URL(page.url()).pathname.split('/').at(-1) ?? '')
}

async function addChannel({ page }: World, name: string): Promise<void> {
  await formSettled(page)
  await page.getByRole('button', { name: 'Add channel' }).click()
  const drawer = page.locator('.blocks-drawer__blocks-wrapper')
  await drawer.locator('.thumbnail-card', { hasText: name }).click()
  await drawer.waitFor({ state: 'hidden' })
}

async function secretOnce({ page }: World): Promise<void> {
  const plain = page.locator('.fm-secret__plain')
  await plain.waitFor()
  expectTrue(
    (await plain.textContent())?.startsWith('whsec_') === true,
    'no whsec_ secret is shown',
  )
  await page.reload()
  await page.getByText('Stored encrypted. Nobody can read it back.').waitFor()
  expectEqual(await plain.count(), 0, 'secrets in the clear after a reload')
}

async function storedAsJson(world: World): Promise<void> {
  const { body } = await rest(world, 'GET', `/api/event-subscriptions/${idOf(world, 'big')}`)
  expectEqual(body['events'], ['order.created'], 'events')
  const filters = [{ field: 'data.current.total.ru.amount', operator: 'gt', value: 10000 }]
  expectEqual(body['filters'], filters, 'filters')
  const channels = Array.isArray(body['channels']) ? body['channels'].filter(isRecord) : []
  const types = channels.map((channel) => channel['blockType'])
  expectEqual(types, ['webhook', 'email'], 'channels')
}

async function rowsAgain(world: World): Promise<void> {
  const { page } = world
  await page.goto(`${world.baseUrl}${collection}/${idOf(world, 'big')}`)
  const row = page.locator('.fm-filter__row')
  const field = row.getByLabel('Value', { exact: true })
  await field.locator('option[value="data.current.total.ru.amount"]').waitFor({ state: 'attached' })
  expectEqual(await field.inputValue(), 'data.current.total.ru.amount', 'field')
  expectEqual(await row.getByLabel('Comparison').inputValue(), 'gt', 'operator')
  expectEqual(await row.getByLabel('Compared with').inputValue(), '10000', 'value')
  await page.getByRole('list', { name: 'Chosen' }).getByText('order.created').waitFor()
}

async function sendTest({ page, receiver }: World): Promise<void> {
  await page.getByRole('button', { name: 'Send test' }).click()
  const lines = page.locator('.fm-test .fm-try')
  await lines.nth(1).waitFor()
  expectEqual(await lines.count(), 2, 'results')
  expectEqual(await page.locator('.fm-try[data-outcome="delivered"]').count(), 2, 'delivered')
  await lines.first().locator('summary').click()
  await lines.first().getByRole('region', { name: 'Request' }).waitFor()
  const [body] = receiver.received('/big')
  const meta = isRecord(body) && isRecord(body['meta']) ? body['meta'] : {}
  expectEqual(meta['source'], 'test', 'source of the event received')
}

async function unsavedChanges({ page }: World): Promise<void> {
  await page.locator('#field-description').fill('Tells the manager about big orders')
  await page.getByText('Save your changes first').waitFor()
  expectTrue(await page.getByRole('button', { name: 'Send test' }).isDisabled(), 'not disabled')
  await page.locator('#action-save').click()
  await page.getByText('Sends a sample event through every channel').waitFor()
}

async function rotate({ page }: World): Promise<void> {
  await page.getByRole('button', { name: 'Rotate' }).click()
  await page.getByRole('button', { name: 'Make a new secret' }).click()
  const plain = page.locator('.fm-secret__plain')
  await plain.waitFor()
  expectTrue(
    (await plain.textContent())?.startsWith('whsec_') === true,
    'no whsec_ secret is shown',
  )
  await page.getByText('The old secret works until').waitFor()
}
