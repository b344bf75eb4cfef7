import { isRecord } from '../../../src/kernel/isRecord.ts'
import { expectEqual } from '../support/expect.ts'
import { formSettled } from '../support/formSettled.ts'
import { idOf } from '../support/idOf.ts'
import { loggedOrder } from '../support/loggedOrder.ts'
import { rest } from '../support/rest.ts'
import { speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

const collection = '/admin/collections/message-templates'
const russian = 'Спасибо! Ваш заказ {{ data.current.number }}.'

/** Writing a message template as an editor does: by the form and its preview alone. */
export const templateSteps: Step[] = [
  { name: 'a message template is written in Russian through the form', run: write },
  { name: 'the preview fills it in with the sample of the event', run: previewSample },
  { name: 'the preview fills it in with a logged event', run: previewLogged },
  { name: 'the language switch shows and previews the other language', run: switchLanguage },
  { name: 'the preview names what the event does not have', run: missing },
  { name: 'an older version is restored and counts again', run: restore },
]

async function write(world: World): Promise<void> {
  const { baseUrl, ids, page } = world
  await speak(world, 'en')
  await page.goto(`${baseUrl}${collection}/create?locale=ru`)
  await page.locator('#field-name').fill('Спасибо за заказ')
  await page.locator('#field-key').fill('thanks')
  await page.locator('#field-event').fill('order.created')
  await page.locator('#field-subject').fill('Заказ {{ data.current.number }}')
  await page.locator('#field-text').fill(russian)
  await page.locator('#field-html').fill('<h1>Заказ {{ data.current.number }}</h1>')
  await formSettled(page)
  await page.locator('#action-save').click()
  await page.waitForURL(/message-templates\/(?!create)[^/?]+/)
  ids.set('template', new URL(page.url()).pathname.split('/').at(-1) ?? '')
}

async function previewSample({ page }: World): Promise<void> {
  await show({ page })
  await page.locator('.fm-preview', { hasText: /Спасибо! Ваш заказ \S+\./ }).waitFor()
  const frame = page.frameLocator('iframe.fm-preview__html')
  await frame.getByRole('heading', { name: /^Заказ \S+$/ }).waitFor()
  expectEqual(await page.getByText('The event does not have').count(), 0, 'missing paths')
}

async function previewLogged(world: World): Promise<void> {
  const { page } = world
  const { eventId, number } = await loggedOrder(world)
  await page.getByLabel('Id of a logged event').fill(eventId)
  await show(world)
  await page.locator('.fm-preview', { hasText: `Спасибо! Ваш заказ ${number}.` }).waitFor()
  await page.getByLabel('Id of a logged event').fill('evt_nowhere')
  await show(world)
  await page.locator('.toast-error').first().waitFor()
}

async function switchLanguage(world: World): Promise<void> {
  const { page } = world
  await page.locator('.localizer button').first().click()
  await page.locator('[data-locale="en"]').click()
  await page.waitForURL(/locale=en/)
  await page.waitForFunction('document.querySelector("#field-text")?.value === ""')
  await page.locator('#field-name').fill('Thanks for the order')
  await page.locator('#field-text').fill('Thank you! Your order {{ data.current.number }}.')
  await formSettled(page)
  await page.locator('#action-save').click()
  await page.locator('.toast-success').first().waitFor()
  await show(world)
  await page.locator('.fm-preview', { hasText: /Thank you! Your order \S+\./ }).waitFor()
  const { body } = await rest(
    world,
    'GET',
    `/api/message-templates/${idOf(world, 'template')}?locale=all`,
  )
  const texts = isRecord(body['text']) ? body['text'] : {}
  expectEqual(texts['ru'], russian, 'the Russian text')
}

async function missing(world: World): Promise<void> {
  const { baseUrl, page } = world
  await page.goto(`${baseUrl}${collection}/${idOf(world, 'template')}?locale=ru`)
  await page.locator('#field-text').fill('Здравствуйте, {{ data.current.nme }}!')
  await show(world)
  await page.getByText('The event does not have:').waitFor()
  await page.locator('code', { hasText: 'data.current.nme' }).waitFor()
  await page.locator('.fm-problem', { hasText: 'text' }).waitFor()
  // What is wrong with one part leaves the others readable.
  await page.frameLocator('iframe.fm-preview__html').getByRole('heading').waitFor()
}

async function restore(world: World): Promise<void> {
  const { baseUrl, page } = world
  const id = idOf(world, 'template')
  const path = `/api/message-templates/${id}?locale=ru`
  await rest(world, 'PATCH', path, { text: 'Другой текст' })
  await page.goto(`${baseUrl}${collection}/${id}/versions?locale=ru`)
  const older = page.locator('tbody tr').nth(1)
  await older.locator('a').first().click()
  await page.waitForURL(/versions\/[^/?]+/)
  await page.locator('.restore-version button').first().click()
  await page.locator('#confirm-action').click()
  await page.waitForURL(new RegExp(`${collection}/${id}(?:\\?|$)`))
  const { body } = await rest(world, 'GET', path)
  expectEqual(body['text'], russian, 'the restored text')
}

async function show({ page }: Pick<World, 'page'>): Promise<void> {
  await formSettled(page)
  await page.getByRole('button', { name: 'Show preview' }).click()
}
