import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { captureActions, total } from './captureActions.ts'
import { type CaptureWorld, openCaptureWorld } from './captureWorld.ts'

let world: CaptureWorld
beforeAll(async () => {
  world = await openCaptureWorld()
}, 300_000)
afterAll(async () => world.close())

const { order, product, note, swallow } = captureActions(() => world)

describe('what an event says', () => {
  test('the snapshot is the row: all locales, relations as ids, no hidden fields', async () => {
    const related = await note()
    const [created] = await world.eventsOf(() =>
      world.payload.create({
        collection: 'notes',
        data: { title: 'b', related, secretNote: 'never leaves' },
        depth: 2,
      }),
    )
    expect(created?.data.current).toMatchObject({ title: 'b', related })
    expect(JSON.stringify(created)).not.toContain('never leaves')

    const id = await product('published')
    const [updated] = await world.eventsOf(() =>
      world.payload.update({ collection: 'products', id, locale: 'en', data: { title: 'Tea' } }),
    )
    expect(updated?.data.current['title']).toEqual({ ru: 'Чай', en: 'Tea' })
    expect(updated?.data.previous?.['title']).toEqual({ ru: 'Чай' })
    expect(updated?.data.changed).toEqual(['title'])
  })

  test('the same row is told the same way by create and by update', async () => {
    const [created] = await world.eventsOf(() => order())
    const id = Number(created?.data.current['id'])
    const [, changed] = await world.eventsOf(() =>
      world.payload.update({ collection: 'orders', id, data: { status: 'paid' } }),
    )
    const { updatedAt: a, ...before } = created?.data.current ?? {}
    const { updatedAt: b, ...previous } = changed?.data.previous ?? {}
    expect(previous).toEqual(before)
  })

  test('with select, the snapshot is complete all the same', async () => {
    const [event] = await world.eventsOf(() =>
      world.payload.create({
        collection: 'orders',
        locale: 'ru',
        data: { total },
        select: { status: true },
      }),
    )
    expect(event?.data.current).toMatchObject({ total: { ru: total }, status: 'pending' })
  })

  test('who, where and the number within the document', async () => {
    const answer = await world.rest('POST', '/orders?locale=ru', { total }, { user: world.admin })
    const id = String(answer.body.doc['id'])
    await world.rest('PATCH', `/orders/${id}`, { status: 'paid' }, { user: world.admin })
    const { rows } = await world.payload.db.pool.query(
      'SELECT body FROM event_logs WHERE collection = $1 AND document_id = $2 ORDER BY sequence',
      ['orders', id],
    )
    const events = rows.map(({ body }: { body: string }) => JSON.parse(body))
    expect(events.map(({ meta }) => meta.sequence)).toEqual([1, 2, 3])
    expect(events[0].meta).toMatchObject({
      source: 'collection_operation',
      collection: 'orders',
      operation: 'create',
      documentId: id,
      userId: String(world.admin.id),
      userEmail: world.admin.email,
      locale: 'ru',
      hop: 0,
      causationId: null,
    })
  })

  test('two saves at once that both set "paid" mean one order.paid', async () => {
    const id = await order()
    const events = await world.eventsOf(() =>
      Promise.all(
        Array.from({ length: 4 }, () =>
          swallow(world.payload.update({ collection: 'orders', id, data: { status: 'paid' } })),
        ),
      ),
    )
    expect(events.filter(({ type }) => type === 'order.paid')).toHaveLength(1)
  })
})
