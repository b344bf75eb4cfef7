import { isRecord } from '../../../src/kernel/isRecord.ts'
import { expectEqual } from '../support/expect.ts'
import { formSettled } from '../support/formSettled.ts'
import { idOf } from '../support/idOf.ts'
import { loggedOrder } from '../support/loggedOrder.ts'
import { rest } from '../support/rest.ts'
import { speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

const collection = '/admin/collections/event-subscriptions'

/** Fields of another system, filled by rules that are made in the form (EV-30). */
export const mappingSteps: Step[] = [
  { name: 'rules of a mapping are added as rows', run: addRules },
  { name: 'the mapping is previewed on a real event before it is saved', run: preview },
  { name: 'the preview names a required field that stays empty', run: emptyField },
  { name: 'the saved mapping is the JSON of its rows and shows as rows again', run: saved },
  { name: 'the next order arrives as the mapping says', run: delivered },
]

async function addRules(world: World): Promise<void> {
  const { baseUrl, page, receiver } = world
  await speak(world, 'en')
  await page.goto(`${baseUrl}${collection}/create`)
  await page.locator('#field-name').fill('To the CRM')
  await page.getByRole('searchbox', { name: 'Search events' }).fill('order created')
  await page.locator('input[name="order.created"]').check()
  await formSettled(page)
  await page.getByRole('button', { name: 'Add channel' }).click()
  const drawer = page.locator('.blocks-drawer__blocks-wrapper')
  await drawer.locator('.thumbnail-card', { hasText: 'HTTP request' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await page.locator('#field-channels__0__url').fill(receiver.url('/deals'))
  await page.locator('#field-channels__0__bodyKind').click()
  await page.locator('.rs__option', { hasText: 'Fields below, as JSON' }).click()
  await formSettled(page)
  const add = page.locator('.fm-mapping').getByRole('button', { name: 'Add rule' })
  await add.click()
  const number = row(world, 0)
  await number.getByLabel('Field there').fill('deal.number')
  await number.locator('.fm-filter__field select').selectOption('data.current.number')
  await number.getByLabel('Change it on the way…').selectOption('lower')
  await add.click()
  const source = row(world, 1)
  await source.getByLabel('Field there').fill('source')
  await source.getByLabel('What it gets').selectOption('constant')
  await source.getByLabel('Always the same').fill('site')
}

async function preview(world: World): Promise<void> {
  const { ids, page } = world
  const { eventId, number } = await loggedOrder(world)
  ids.set('mapped', eventId)
  await page.getByLabel('Id of an event in the log; empty: a sample').fill(eventId)
  await page.getByRole('button', { name: 'Show the result' }).click()
  const shown = page.getByRole('region', { name: `order.created, ${eventId}` })
  const value: unknown = JSON.parse((await shown.locator('pre').textContent()) ?? '')
  const wanted = { deal: { number: number.toLowerCase() }, source: 'site' }
  expectEqual(value, wanted, 'the preview')
}

async function emptyField(world: World): Promise<void> {
  const { page } = world
  await page.locator('.fm-mapping').getByRole('button', { name: 'Add rule' }).click()
  const phone = row(world, 2)
  await phone.getByLabel('Field there').fill('phone')
  await phone.locator('.fm-filter__field select').selectOption('data.current.customerPhone')
  await phone.locator('summary', { hasText: 'More' }).click()
  await phone.getByLabel('Required: without it nothing is sent').check()
  await page.getByRole('button', { name: 'Show the result' }).click()
  await page.getByText('phone: required, but the event has no value').waitFor()
  await phone.getByRole('button', { name: 'Remove rule' }).click()
  await phone.waitFor({ state: 'detached' })
}

async function saved(world: World): Promise<void> {
  const { baseUrl, ids, page } = world
  await formSettled(page)
  await page.locator('#action-save').click()
  await page.waitForURL(/event-subscriptions\/(?!create)[^/?]+/)
  ids.set('crm', new URL(page.url()).pathname.split('/').at(-1) ?? '')
  const { body } = await rest(world, 'GET', `/api/event-subscriptions/${idOf(world, 'crm')}`)
  const [entry] = Array.isArray(body['channels']) ? body['channels'].filter(isRecord) : []
  const rules = [
    {
      to: 'deal.number',
      from: { path: 'data.current.number' },
      transform: [{ name: 'lower' }],
    },
    { to: 'source', from: { constant: 'site' } },
  ]
  expectEqual(entry?.['mapping'], rules, 'the stored mapping')
  await page.goto(`${baseUrl}${collection}/${idOf(world, 'crm')}`)
  const field = row(world, 0).getByLabel('Field there')
  await field.waitFor()
  expectEqual(await field.inputValue(), 'deal.number', 'the first rule')
}

async function delivered(world: World): Promise<void> {
  const { page, receiver } = world
  const { number } = await loggedOrder(world)
  for (let look = 0; look < 300 && receiver.received('/deals').length === 0; look += 1) {
    await page.waitForTimeout(100)
  }
  const wanted = { deal: { number: number.toLowerCase() }, source: 'site' }
  expectEqual(receiver.received('/deals'), [wanted], 'what the CRM got')
}

const row = ({ page }: World, index: number) => page.locator('.fm-mapping__row').nth(index)
