import { expect, test } from '@jest/globals'

import type { CaptureWorld } from './captureWorld.ts'

/** One way to write, and the events it means. */
export type WritePath = {
  path: string
  /** What stands before the write under test; its id comes first. */
  given?: () => Promise<number | string>
  when: (id: number | string) => Promise<unknown>
  events: string[]
}

type Id = Promise<number | string>
type Data = Record<string, unknown>

/** What tests of capture do, in the world that is open when they do it. */
export type CaptureActions = {
  order: (data?: Data) => Id
  product: (status: 'draft' | 'published') => Id
  note: (data?: Data) => Id
  article: (data: Data, draft?: boolean) => Id
  swallow: (work: Promise<unknown>) => Promise<unknown>
  /** One test per path. */
  testPaths: (paths: readonly WritePath[]) => void
}

/** The total of every order of these tests. */
export const total = { amount: 20_000, currency: 'RUB' }

/** `world` is asked when an action runs: it opens after the rows of a table are written down. */
export function captureActions(world: () => CaptureWorld): CaptureActions {
  const create = async (collection: string, data: Data, more: object = {}): Id =>
    (await world().payload.create({ collection, data, ...more })).id
  return {
    order: (data = {}) => create('orders', { total, ...data }, { locale: 'ru' }),
    product: (status) => create('products', { title: 'Чай', _status: status }),
    note: (data = {}) => create('notes', { title: 'a', ...data }),
    article: (data, draft = false) => create('articles', data, { draft }),
    swallow: (work) => work.catch(() => undefined),
    testPaths: (paths) => {
      test.each(paths)('$path', async ({ events, given, when }) => {
        const id = given ? await given() : 0
        const written = await world().eventsOf(() => when(id))
        expect(written.map(({ type }) => type).sort()).toEqual([...events].sort())
      })
    },
  }
}
