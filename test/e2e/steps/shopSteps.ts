import sharp from 'sharp'

import { isRecord } from '../../../src/kernel/isRecord.ts'
import { expectEqual, expectTrue } from '../support/expect.ts'
import { idOf } from '../support/idOf.ts'
import { rest } from '../support/rest.ts'
import { speak } from '../support/session.ts'
import type { Step, World } from '../support/world.ts'

/** What a shop manager and a school manager do first: all of it by the forms. */
export const shopSteps: Step[] = [
  { name: 'a product with a picture is made by the form and published', run: product },
  { name: 'the product means two events, whatever was saved on the way', run: productEvent },
  { name: 'a course is made by the form and published', run: course },
  { name: 'a lesson is added to the course and both know each other', run: lesson },
]

const form = (slug: string): string => `/admin/collections/${slug}/create`

async function product(world: World): Promise<void> {
  const { baseUrl, ids, page } = world
  await speak(world, 'en')
  await page.goto(`${baseUrl}${form('products')}`)
  await page.locator('#field-title').fill('Kenya Nyeri')
  await page.locator('#field-price__amount').fill('990')
  await page.locator('#field-images').getByRole('button', { name: 'Create New' }).click()
  const picture = await sharp({
    create: { width: 800, height: 600, channels: 3, background: '#8a4b2a' },
  })
    .png()
    .toBuffer()
  const drawer = page.locator('.drawer--is-open')
  await drawer.locator('input[type="file"]').first().setInputFiles({
    name: 'kenya.png',
    mimeType: 'image/png',
    buffer: picture,
  })
  await saveUpload(world)
  await page.locator('#field-images').getByText('kenya').first().waitFor()
  ids.set('product', await publish(world, 'products'))
  const { body } = await rest(world, 'GET', `/api/products/${idOf(world, 'product')}?depth=1`)
  const [image] = Array.isArray(body['images']) ? body['images'] : []
  expectEqual(body['_status'], 'published', 'status of the product')
  expectTrue(isRecord(image) && isRecord(image['sizes']), 'the product has no picture with sizes')
  const { status } = await rest(world, 'GET', String(isRecord(image) ? image['url'] : ''))
  expectEqual(status, 200, 'the picture itself')
}

/** One picture or many: the drawer has a button of its own for each. */
async function saveUpload({ page }: World): Promise<void> {
  const drawer = page.locator('.drawer--is-open')
  await drawer
    .locator('#bulk-uploads--save, .bulk-upload--actions-bar__saveButtons button, #action-save')
    .first()
    .click()
  await drawer.first().waitFor({ state: 'hidden' })
}

/** Presses Publish, waits until it holds, and gives the id. */
async function publish({ page }: World, slug: string): Promise<string> {
  await page.waitForURL(new RegExp(`${slug}/(?!create)[^/?]+`))
  await page.getByRole('button', { name: 'Publish changes', exact: true }).click()
  await page
    .locator('.doc-controls__status', { hasText: 'Published' })
    .or(page.locator('.status__value', { hasText: 'Published' }))
    .first()
    .waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function productEvent(world: World): Promise<void> {
  const path = `/api/events/logs?collection=products&documentId=${idOf(world, 'product')}`
  const { body } = await rest(world, 'GET', path)
  const docs = Array.isArray(body['docs']) ? body['docs'] : []
  const types = docs.map((row) => (isRecord(row) ? String(row['type']) : '')).sort()
  // Drafts saved on the way mean nothing.
  expectEqual(types, ['product.created', 'product.published'], 'events of the product')
}

async function course(world: World): Promise<void> {
  const { baseUrl, ids, page } = world
  await page.goto(`${baseUrl}${form('courses')}`)
  await page.locator('#field-title').fill('Latte art')
  ids.set('course', await publish(world, 'courses'))
}

async function lesson(world: World): Promise<void> {
  const { baseUrl, page } = world
  await page.goto(`${baseUrl}${form('lessons')}`)
  await page.locator('#field-title').fill('The heart')
  await page.locator('#field-course .rs__control').click()
  await page.locator('.rs__option', { hasText: 'Latte art' }).click()
  const id = await publish(world, 'lessons')
  const { body } = await rest(world, 'GET', `/api/courses/${idOf(world, 'course')}?depth=0`)
  const lessons = isRecord(body['lessons']) ? body['lessons']['docs'] : []
  expectEqual(lessons, [Number(id)], 'lessons of the course')
  await page.goto(`${baseUrl}/admin/collections/courses/${idOf(world, 'course')}`)
  await page.locator('.relationship-table').getByText('The heart').waitFor()
}
