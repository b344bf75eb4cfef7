import { describe, expect, test } from '@jest/globals'

import type { Attempt } from '../../../src/channels/attempt.ts'
import { deliverToObject } from '../../../src/delivery/deliverToObject.ts'
import type { RemoteObject, RemoteObjectBook } from '../../../src/delivery/remoteObjectBook.ts'

const exchange = { request: {}, response: null }
const object: RemoteObject = {
  ...{ account: 'credentials:1', channel: 'crm', object: 'lead' },
  ...{ collection: 'orders', documentId: '42' },
}
const delivered = (remoteId?: unknown, more: object = {}): Attempt =>
  ({
    ...{ outcome: 'delivered', code: 'DONE', exchange },
    ...(remoteId === undefined ? {} : { remoteId }),
    ...more,
  }) as Attempt

/** A book in memory that writes down what is asked of it. */
function stage(known?: string, keep: () => Promise<void> = async () => {}) {
  const kept: string[] = []
  let id = known
  const book: RemoteObjectBook = {
    idOf: async () => id,
    keep: async (_, { deliveryId, remoteId }) => {
      await keep()
      kept.push(`${remoteId} by ${deliveryId}`)
      id = remoteId
    },
  }
  const signal = new AbortController().signal
  return { about: { book, object, deliveryId: 'dlv_1', signal }, kept }
}

describe('deliverToObject', () => {
  test.each<[string | undefined, Attempt, string[]]>([
    [undefined, delivered('7'), ['7 by dlv_1']],
    ['7', delivered('7'), []],
    ['7', delivered('8'), ['8 by dlv_1']],
    ['7', delivered(), []],
    [undefined, delivered(''), []],
    [undefined, delivered(7), []],
    [undefined, delivered('x'.repeat(501)), []],
    [undefined, { outcome: 'rejected', code: 'NO', reason: 'no', exchange }, []],
  ])('known %j, answered %j: keeps %j', async (known, answer, expected) => {
    const { about, kept } = stage(known)
    const given: unknown[] = []
    const attempt = await deliverToObject(about, async (id) => {
      given.push(id)
      return answer
    })
    expect([given, kept, attempt]).toEqual([[known], expected, answer])
  })

  test('without an object nothing is asked and nothing kept', async () => {
    const { about, kept } = stage('7')
    const given: unknown[] = []
    const deliver = async (id: unknown) => {
      given.push(id)
      return delivered('8')
    }
    await deliverToObject({ ...about, object: undefined }, deliver)
    await deliverToObject({ ...about, book: undefined }, deliver)
    expect([given, kept]).toEqual([[undefined, undefined], []])
  })

  test('what could not be kept stays delivered, and the log says so', async () => {
    const { about } = stage(undefined, () => Promise.reject(new Error('no space left')))
    const said = { note: 'the contact was there', reasons: [{ key: 'contact_found', params: {} }] }
    const attempt = await deliverToObject(about, async () => delivered('7', said))
    expect(attempt).toMatchObject({
      outcome: 'delivered',
      note: 'the contact was there; the number 7 at the service could not be kept, so the next event will look for it: no space left',
      reasons: [
        { key: 'contact_found' },
        { key: 'remote_id_not_kept', params: { id: '7', detail: 'no space left' } },
      ],
    })
  })

  test('what is not known yet is made by one after the other', async () => {
    const { about, kept } = stage()
    const given: unknown[] = []
    const attempts = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        deliverToObject({ ...about, deliveryId: name }, async (id) => {
          given.push(id)
          await Promise.resolve()
          return delivered(id ?? `made by ${name}`)
        }),
      ),
    )
    expect(given).toEqual([undefined, 'made by a', 'made by a'])
    expect([kept, attempts.length]).toEqual([['made by a by a'], 3])
  })

  test('what was learnt between the question and the turn counts', async () => {
    const { about } = stage()
    const answers = [undefined, '7']
    const book = { ...about.book, idOf: async () => answers.shift() }
    const attempt = await deliverToObject({ ...about, book }, async (id) => delivered(id ?? 'new'))
    expect(attempt).toMatchObject({ remoteId: '7' })
  })

  test('one that failed lets the next one try; one whose time is over goes on', async () => {
    const { about } = stage()
    let fail = (): void => {}
    const first = deliverToObject(
      about,
      () =>
        new Promise((_, reject) => {
          fail = () => reject(new Error('broken'))
        }),
    )
    const controller = new AbortController()
    const late = deliverToObject({ ...about, signal: controller.signal }, async () =>
      delivered('late'),
    )
    const next = deliverToObject(about, async (id) => delivered(id ?? 'next'))
    controller.abort()
    expect(await late).toMatchObject({ remoteId: 'late' })
    // Learnt by the one that did not wait.
    expect(await next).toMatchObject({ remoteId: 'late' })
    fail()
    await expect(first).rejects.toThrow('broken')
  })
})
