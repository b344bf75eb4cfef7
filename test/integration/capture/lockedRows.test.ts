import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { lockStoredValue } from '../../../collections/lockStoredValue.ts'
import { lockRow } from '../../../src/database/lockRowStore.ts'
import { namedSlugs } from './captureCollections.ts'
import { type CaptureWorld, openCaptureWorld } from './captureWorld.ts'

let world: CaptureWorld
beforeAll(async () => {
  world = await openCaptureWorld()
}, 300_000)
afterAll(() => world?.close())

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

describe.each(namedSlugs)('the collection "%s"', (collection) => {
  const create = async (): Promise<number | string> =>
    (await world.payload.create({ collection, data: { title: 'first' } })).id

  test('saves at once take turns: each event begins where the one before ended', async () => {
    const id = await create()
    const events = await world.eventsOf(() =>
      Promise.all(
        upTo(10).map((n) => world.payload.update({ collection, id, data: { title: `t${n}` } })),
      ),
    )
    const titles = events.map(({ data }) => [data.previous?.['title'], data.current['title']])
    expect(titles.map(([before]) => before)).toEqual([
      'first',
      ...titles.slice(0, -1).map(([, after]) => after),
    ])
    expect(new Set(titles.map(([, after]) => after)).size).toBe(10)
    expect(events.map(({ meta }) => meta['sequence'])).toEqual(upTo(10))
  })

  test('whoever asks for a value under lock waits, and gets the new one', async () => {
    const id = await create()
    const { payload } = world
    const first = { payload, transactionID: (await payload.db.beginTransaction()) ?? '' }
    const second = { payload, transactionID: (await payload.db.beginTransaction()) ?? '' }
    const ask = (req: typeof first): Promise<unknown> =>
      lockStoredValue({ req: req as never, collection, id, field: 'title' })
    expect(await ask(first)).toBe('first')
    const waiting = ask(second)
    await payload.update({ collection, id, data: { title: 'second' }, req: first })
    await payload.db.commitTransaction(first.transactionID)
    expect(await waiting).toBe('second')
    await payload.db.rollbackTransaction(second.transactionID)
  })
})

describe('lockRow', () => {
  test('no such row, no such collection', async () => {
    const { payload } = world
    const options = { payload, req: {}, id: 2_000_000_000 }
    expect(await lockRow({ ...options, collection: 'notes' })).toBeUndefined()
    await expect(lockRow({ ...options, collection: 'nowhere' })).rejects.toMatchObject({
      code: 'FLOW_DATABASE_TABLE_UNKNOWN',
    })
  })

  test('two that refer to one row and then change it do not wait for each other for ever', async () => {
    const { payload } = world
    const target = await payload.create({ collection: 'notes', data: { title: 'target' } })
    const turn = async (title: string, both: Promise<unknown>, arrive: () => void) => {
      const transactionID = (await payload.db.beginTransaction()) ?? ''
      const req = { transactionID }
      await payload.create({ collection: 'notes', data: { title, related: target.id }, req })
      arrive()
      await both
      await payload.update({ collection: 'notes', id: target.id, data: { title }, req })
      await payload.db.commitTransaction(transactionID)
    }
    let arrivals = 0
    let open = (): void => undefined
    const both = new Promise<void>((resolve) => {
      open = resolve
    })
    const arrive = (): void => {
      arrivals += 1
      if (arrivals === 2) open()
    }
    await Promise.all([turn('a', both, arrive), turn('b', both, arrive)])
    const { title } = await payload.findByID({ collection: 'notes', id: target.id })
    expect(['a', 'b']).toContain(title)
  })
})
