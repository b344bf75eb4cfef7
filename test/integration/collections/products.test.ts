import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { Role } from '../../../collections/access/role.ts'
import { type BootedPayload, bootPayload } from '../../support/bootPayload.ts'
import type { Actor } from '../../support/payload/createActor.ts'
import { createActors } from '../../support/payload/createActors.ts'

let app: BootedPayload
let as: Record<Role, Actor>

beforeAll(async () => {
  app = await bootPayload()
  as = await createActors(app.payload)
})

afterAll(async () => {
  await app?.destroy()
})

const create = async (
  data: Record<string, unknown>,
  query = '',
): Promise<Record<string, unknown>> => {
  const answer = await app.rest('POST', `/products${query}`, data, { user: as.manager })
  expect(answer.status).toBe(201)
  return answer.body.doc
}

describe('EV-10 a product', () => {
  test('is made from a title alone', async () => {
    expect(await create({ title: 'Синяя чашка', _status: 'draft' })).toMatchObject({
      title: 'Синяя чашка',
      _status: 'draft',
      slug: 'sinyaya-chashka',
    })
  })

  test('keeps title and price per language', async () => {
    const { id } = await create(
      { title: 'Чашка', price: { amount: 990, currency: 'RUB' } },
      '?locale=ru',
    )
    const english = { title: 'Cup', price: { amount: 12.5, currency: 'USD' } }
    await app.rest('PATCH', `/products/${id}?locale=en`, english, { user: as.manager })
    const { body } = await app.rest('GET', `/products/${id}?locale=all`, undefined, {
      user: as.viewer,
    })
    expect(body).toMatchObject({
      title: { ru: 'Чашка', en: 'Cup' },
      price: { ru: { amount: 990, currency: 'RUB' }, en: { amount: 12.5, currency: 'USD' } },
    })
  })

  test('gets a slug of its own when its title is taken, and keeps it when the title changes', async () => {
    const first = await create({ title: 'Lamp', _status: 'published' })
    const second = await create({ title: 'Lamp', _status: 'published' })
    expect(first['slug']).toBe('lamp')
    expect(second['slug']).toMatch(/^lamp-[0-9a-f]{6}$/)
    const path = `/products/${first['id']}`
    const renamed = await app.rest('PATCH', path, { title: 'Torch' }, { user: as.manager })
    expect(renamed.body.doc['slug']).toBe('lamp')
  })

  test('waits with its slug while it is autosaved', async () => {
    const draft = await create({ title: 'Ch', _status: 'draft' }, '?draft=true&autosave=true')
    expect(draft['slug'] ?? null).toBeNull()
    const path = `/products/${draft['id']}`
    const published = await app.rest(
      'PATCH',
      path,
      { title: 'Chair', _status: 'published' },
      { user: as.manager },
    )
    expect(published.body.doc['slug']).toBe('chair')
  })

  test('is duplicated as a draft with a slug of its own', async () => {
    const { id, slug } = await create({ title: 'Desk', sku: 'D-1', _status: 'published' })
    const copy = await app.rest('POST', `/products/${id}/duplicate`, {}, { user: as.manager })
    expect(copy.status).toBe(200)
    expect(copy.body.doc['slug']).not.toBe(slug)
    expect(copy.body.doc['sku'] ?? null).toBeNull()
  })

  test.each([
    [{ _status: 'published' }],
    [{ title: 'x', stock: -1, _status: 'published' }],
    [{ title: 'x', stock: 1.5, _status: 'published' }],
    [{ title: 'x', price: { amount: -1 }, _status: 'published' }],
    [{ title: 'x', price: { amount: 1, currency: 'XXX' }, _status: 'published' }],
  ])('is refused: %j', async (data) => {
    const answer = await app.rest('POST', '/products', data, { user: as.manager })
    expect(answer.status).toBe(400)
  })

  test('refuses a SKU that exists', async () => {
    await create({ title: 'One', sku: 'S-1' })
    const answer = await app.rest(
      'POST',
      '/products',
      { title: 'Two', sku: 'S-1' },
      { user: as.admin },
    )
    expect(answer.status).toBe(400)
  })
})

describe('EV-10 access to products', () => {
  test.each<[Role | undefined, number, number, number, number, number]>([
    ['admin', 201, 200, 200, 200, 200],
    ['manager', 201, 200, 200, 200, 200],
    ['viewer', 403, 200, 200, 403, 403],
    ['customer', 403, 200, 404, 403, 403],
    [undefined, 403, 200, 404, 403, 403],
  ])(
    '%s: create %d, read published %d, read draft %d, update %d, delete %d',
    async (role, ...expected) => {
      const published = await create({ title: 'Open', _status: 'published' })
      const draft = await create({ title: 'Secret', _status: 'draft' })
      const options = { user: role ? as[role] : undefined }
      const path = `/products/${published['id']}`
      const statuses = [
        (await app.rest('POST', '/products', { title: 'New' }, options)).status,
        (await app.rest('GET', path, undefined, options)).status,
        (await app.rest('GET', `/products/${draft['id']}`, undefined, options)).status,
        (await app.rest('PATCH', path, { stock: 5 }, options)).status,
        (await app.rest('DELETE', path, undefined, options)).status,
      ]
      expect(statuses).toEqual(expected)
    },
  )

  test('a visitor sees the published text while a newer draft waits, and no versions', async () => {
    const { id } = await create({ title: 'Old text', _status: 'published' })
    const path = `/products/${id}?draft=true`
    await app.rest('PATCH', path, { title: 'Unreleased text' }, { user: as.manager })
    const seen = await app.rest('GET', path)
    expect(seen.body['title']).toBe('Old text')
    expect((await app.rest('GET', '/products/versions')).status).toBe(403)
  })
})
