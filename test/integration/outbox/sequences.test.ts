import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { orderPaid, productUpdated } from '../../../src/index.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { createApiKey } from '../../support/flow/createApiKey.ts'
import { until } from '../../support/flow/until.ts'
import { createActor } from '../../support/payload/createActor.ts'

type Logged = { id: string; type: string; sequence: number }
type Document = { collection: string; documentId: string }

let flow: BootedFlow
let headers: { authorization: string }

beforeAll(async () => {
  flow = await bootFlow({ worker: false })
  headers = await createApiKey(flow.payload, await createActor(flow.payload, 'manager'))
}, 300_000)
afterAll(() => flow?.destroy())

/** In the order in which they were written. */
const logged = async ({ collection, documentId }: Document): Promise<Logged[]> => {
  const { rows } = await flow.sql.query<Logged & { body: string }>(
    `SELECT id, type, sequence::int AS sequence, body FROM event_logs
     WHERE collection = $1 AND document_id = $2 ORDER BY created_at, sequence`,
    [collection, documentId],
  )
  for (const { body, sequence } of rows) expect(JSON.parse(body).meta.sequence).toBe(sequence)
  return rows
}
const isSomebodyWaiting = async (): Promise<boolean> => {
  const { rows } = await flow.sql.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  )
  return rows.length > 0
}
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const product = async (): Promise<Document & { id: number | string }> => {
  const { id } = await flow.payload.create({
    collection: 'products',
    data: { title: 'Чай', _status: 'published' },
  })
  return { collection: 'products', documentId: String(id), id }
}
const publishOverApi = async (documents: readonly Document[]): Promise<void> => {
  const events = documents.map(({ collection, documentId }) => ({
    type: 'order.paid',
    data: { current: { id: 1 } },
    meta: { collection, documentId },
  }))
  const body = events.length === 1 ? events[0] : { events }
  const answer = await flow.rest('POST', '/events/publish', body, { headers })
  expect([answer.status, answer.body]).toEqual([201, expect.anything()])
}
const publish = (meta: Document, req?: { transactionID: number | string }): Promise<unknown> =>
  flow.runtime.events.publish(orderPaid, { current: { id: 1 } }, { meta, ...(req ? { req } : {}) })
/** Runs the work in a transaction of its own, as an endpoint does. */
const transact = async (
  work: (req: { transactionID: number | string }) => Promise<unknown>,
): Promise<void> => {
  const transactionID = await flow.payload.db.beginTransaction()
  if (transactionID === null) throw new Error('no transactions')
  try {
    await work({ transactionID })
    await flow.payload.db.commitTransaction(transactionID)
  } catch (error) {
    await flow.payload.db.rollbackTransaction(transactionID)
    throw error
  }
}

describe('the number of an event within its document', () => {
  test('50 publishers and 20 saves of one document at once: 1, 2, 3 … in the order of writing', async () => {
    const document = await product()
    await Promise.all([
      ...upTo(20).map(() => publishOverApi([document])),
      ...upTo(15).map(() => publish(document)),
      ...upTo(15).map(() => transact((req) => publish(document, req))),
      ...upTo(20).map((n) =>
        flow.payload.update({
          collection: 'products',
          id: document.id,
          data: { title: `Чай ${n}` },
        }),
      ),
    ])
    const events = await logged(document)
    expect(events.map(({ sequence }) => sequence)).toEqual(upTo(2 + 50 + 20))
    expect(events.filter(({ type }) => type === productUpdated.type)).toHaveLength(20)
  })

  test.each([
    ['a document of another system', { collection: 'parcels', documentId: 'p-1' }],
    ['an id the table cannot have', { collection: 'products', documentId: 'none' }],
    ['a row that is not there', { collection: 'products', documentId: '2147483647' }],
    ['an id beyond the column', { collection: 'products', documentId: '99999999999' }],
    [
      'a collection named like a member of every object',
      { collection: 'constructor', documentId: '1' },
    ],
  ])('publishers about %s', async (_what, document) => {
    await Promise.all([
      ...upTo(10).map(() => publishOverApi([document])),
      ...upTo(10).map(() => publish(document)),
      ...upTo(10).map(() => transact((req) => publish(document, req))),
    ])
    expect((await logged(document)).map(({ sequence }) => sequence)).toEqual(upTo(30))
  })

  test('a change whose first number was taken while it was written starts again behind the taker', async () => {
    const document = { collection: 'parcels', documentId: 'overtaken' }
    const event = {
      definition: orderPaid,
      data: { current: {}, previous: null, changed: [] },
      meta: document,
    }
    let pair: ReturnType<typeof flow.runtime.events.capture> | undefined
    await transact(async (req) => {
      await flow.runtime.events.capture([event], { req })
      pair = flow.runtime.events.capture([event, event], {})
      await until(isSomebodyWaiting, 'a writer that waits for the number')
    })
    const [first, second] = (await pair) ?? []
    expect((await logged(document)).slice(1)).toEqual([
      expect.objectContaining({ id: first?.id, sequence: 2 }),
      expect.objectContaining({ id: second?.id, sequence: 3 }),
    ])
  })

  test('many changes at once, none of which holds a lock', async () => {
    const document = { collection: 'parcels', documentId: 'unlocked' }
    const event = {
      definition: orderPaid,
      data: { current: {}, previous: null, changed: [] },
      meta: document,
    }
    await Promise.all(
      upTo(20).map((n) => flow.runtime.events.capture(n % 2 ? [event] : [event, event], {})),
    )
    expect((await logged(document)).map(({ sequence }) => sequence)).toEqual(upTo(30))
  })

  test('a save waits for a publisher that has not committed: numbers rise with the commits', async () => {
    const document = await product()
    let save: Promise<unknown> | undefined
    let isSaved = false
    await transact(async (req) => {
      await publish(document, req)
      save = flow.payload
        .update({ collection: 'products', id: document.id, data: { title: 'Кофе' } })
        .finally(() => {
          isSaved = true
        })
      await until(isSomebodyWaiting, 'the save, waiting')
      expect(isSaved).toBe(false)
    })
    await save
    expect((await logged(document)).map(({ type }) => type)).toEqual([
      'product.created',
      'product.published',
      'order.paid',
      'product.updated',
    ])
  })

  test('a publisher that rolls back leaves no gap', async () => {
    const document = await product()
    const failing = transact(async (req) => {
      await publish(document, req)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await publish(document)
    expect((await logged(document)).map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  })

  test('nobody waits for ever: publish and save in one transaction against saves, lists in opposite order', async () => {
    const [one, two] = [await product(), await product()]
    await Promise.all([
      ...upTo(10).map((n) =>
        transact(async (req) => {
          await publish(one, req)
          await flow.payload.update({
            collection: 'products',
            id: one.id,
            data: { title: `в транзакции ${n}` },
            req,
          })
        }),
      ),
      ...upTo(10).map((n) =>
        flow.payload.update({ collection: 'products', id: one.id, data: { title: `так ${n}` } }),
      ),
      ...upTo(10).map((n) => publishOverApi(n % 2 ? [one, two] : [two, one])),
    ])
    expect((await logged(one)).map(({ sequence }) => sequence)).toEqual(upTo(2 + 20 + 10 + 10))
    expect((await logged(two)).map(({ sequence }) => sequence)).toEqual(upTo(2 + 10))
  })

  test('one idempotency key from many publishers of one document: one event, one number', async () => {
    const document = { collection: 'parcels', documentId: 'keyed' }
    const written = await Promise.all(
      upTo(20).map(() =>
        flow.runtime.events.publish(
          orderPaid,
          { current: { id: 1 } },
          { meta: document, idempotencyKey: 'only once' },
        ),
      ),
    )
    expect(new Set(written.map(({ id }) => id)).size).toBe(1)
    expect(written.filter(({ isDuplicate }) => !isDuplicate)).toHaveLength(1)
    expect((await logged(document)).map(({ sequence }) => sequence)).toEqual([1])
  })
})
