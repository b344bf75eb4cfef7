import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'

import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { createApiKey } from '../../support/flow/createApiKey.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

let flow: BootedFlow
let receiver: FlowReceiver
let manager: Actor
let key: { authorization: string }

beforeAll(async () => {
  flow = await bootFlow()
  receiver = await startReceiver()
  manager = await createActor(flow.payload, 'manager')
  key = await createApiKey(flow.payload, manager)
})

afterAll(async () => {
  await flow?.destroy()
  await receiver?.close()
})

const paid = (id: string) => ({ type: 'order.paid', data: { current: { id } } })
const publish = (body: unknown, headers: Record<string, string> = {}) =>
  flow.rest('POST', '/events/publish', body, { headers: { ...key, ...headers } })
/** The endpoint without the router, for bodies that a client of JSON cannot send. */
const raw = async (init: RequestInit & { duplex?: 'half' }): Promise<Response> => {
  const endpoint = flow.payload.config.endpoints.find(({ path }) => path === '/events/publish')
  if (!endpoint) throw new Error('no endpoint')
  const request = new Request('http://localhost:3000/api/events/publish', init)
  const user = { ...manager, collection: 'users' }
  const context = {
    payload: flow.payload,
    user,
    query: {},
    routeParams: {},
    transactionID: undefined,
  }
  return endpoint.handler(Object.assign(request, context) as unknown as PayloadRequest)
}
const countOf = async (id: string): Promise<number> => {
  const { rows } = await flow.sql.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM event_logs WHERE body::jsonb #>> '{data,current,id}' = $1",
    [id],
  )
  return rows[0]?.n ?? -1
}

describe('POST /api/events/publish', () => {
  test('stores an event in the name of the key, and it is delivered', async () => {
    await flow.payload.create({
      collection: 'event-subscriptions',
      data: {
        name: 'all payments',
        events: ['order.paid'],
        channels: [{ blockType: 'webhook', url: receiver.url }],
      },
    })
    const { body, status } = await publish({
      type: 'order.paid',
      data: {
        current: { id: 'a-1', status: 'paid' },
        previous: { id: 'a-1' },
        changed: ['status'],
      },
      meta: { collection: 'orders', documentId: 'a-1', locale: 'en', causationId: 'evt_x', hop: 2 },
    })
    expect(status).toBe(201)
    expect(body).toEqual({ id: expect.stringMatching(/^evt_/), isDuplicate: false })
    await receiver.waitFor(1)
    expect(receiver.requests[0]?.json).toMatchObject({
      id: body['id'],
      type: 'order.paid',
      data: {
        current: { id: 'a-1', status: 'paid' },
        previous: { id: 'a-1' },
        changed: ['status'],
      },
      meta: {
        source: 'api',
        collection: 'orders',
        documentId: 'a-1',
        locale: 'en',
        causationId: 'evt_x',
        hop: 2,
        userId: String(manager.id),
        userEmail: manager.email,
        sequence: 1,
      },
    })
  })

  test('works with a session too', async () => {
    const { status } = await flow.rest('POST', '/events/publish', paid('session'), {
      user: manager,
    })
    expect(status).toBe(201)
  })

  test('a key in the header or in the body makes a second call harmless', async () => {
    const first = await publish(paid('k-1'), { 'Idempotency-Key': 'k-1' })
    const again = await publish({ ...paid('k-1'), idempotencyKey: 'k-1' })
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual({ id: first.body['id'], isDuplicate: true })
    expect(await countOf('k-1')).toBe(1)
  })

  test('100 at once with one key make one event', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => publish(paid('race'), { 'Idempotency-Key': 'race' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(99)
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1)
    expect(await countOf('race')).toBe(1)
  })

  test('a list is stored in order, all of it', async () => {
    const events = Array.from({ length: 100 }, (_, index) => ({
      ...paid(`list-${index}`),
      meta: { collection: 'orders', documentId: 'list' },
    }))
    const { body, status } = await publish({ events })
    expect(status).toBe(201)
    const written = body['events'] as { id: string; isDuplicate: boolean }[]
    expect(written).toHaveLength(100)
    const { rows } = await flow.sql.query<{ id: string }>(
      "SELECT id FROM event_logs WHERE document_id = 'list' ORDER BY sequence",
    )
    expect(rows.map(({ id }) => id)).toEqual(written.map(({ id }) => id))
  })

  test('a list with one event that does not fit stores none and names it', async () => {
    const { body, status } = await publish({
      events: [paid('none-0'), { ...paid('none-1'), data: { current: {} } }],
    })
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([{ code: 'FLOW_EVENT_INVALID', details: { index: 1 } }])
    expect(body.errors[0]?.message).toMatch(/^events\.1: /)
    expect(await countOf('none-0')).toBe(0)
  })

  test('two events of a list with one key are one event', async () => {
    const twin = { ...paid('twin'), idempotencyKey: 'twin' }
    const { body } = await publish({ events: [twin, twin] })
    const written = body['events'] as { id: string; isDuplicate: boolean }[]
    expect(written.map(({ isDuplicate }) => isDuplicate)).toEqual([false, true])
    expect(written[0]?.id).toBe(written[1]?.id)
    expect((await publish({ events: [twin] })).status).toBe(200)
  })

  test('lists that take the same keys in different order do not fail each other', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `cross-${index}`)
    const list = (order: string[]) => ({
      events: order.map((name) => ({ ...paid(name), idempotencyKey: name })),
    })
    for (let round = 0; round < 5; round += 1) {
      const names = keys.map((name) => `${name}-${round}`)
      const answers = await Promise.all([publish(list(names)), publish(list([...names].reverse()))])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 201])
      for (const name of names) expect(await countOf(name)).toBe(1)
    }
  })
})

describe('POST /api/events/publish refuses', () => {
  const big = { type: 'order.paid', data: { current: { id: 'big', note: 'x'.repeat(300_000) } } }
  test.each([
    ['an unknown type', { ...paid('r'), type: 'order.payed' }, 400, 'FLOW_EVENT_UNKNOWN'],
    [
      'data that do not fit',
      { type: 'order.paid', data: { current: {} } },
      400,
      'FLOW_EVENT_INVALID',
    ],
    ['no data', { type: 'order.paid' }, 400, 'FLOW_API_INPUT_INVALID'],
    ['a member nobody knows', { ...paid('r'), metta: {} }, 400, 'FLOW_API_INPUT_INVALID'],
    ['a source', { ...paid('r'), meta: { source: 'auth' } }, 400, 'FLOW_API_INPUT_INVALID'],
    ['a user', { ...paid('r'), meta: { userEmail: 'a@b.c' } }, 400, 'FLOW_API_INPUT_INVALID'],
    [
      'a document without collection',
      { ...paid('r'), meta: { documentId: 1 } },
      400,
      'FLOW_API_INPUT_INVALID',
    ],
    ['a loop', { ...paid('r'), meta: { hop: 9 } }, 409, 'FLOW_EVENT_LOOP'],
    ['an event that is too large', big, 413, 'FLOW_EVENT_TOO_LARGE'],
    ['an empty list', { events: [] }, 400, 'FLOW_API_INPUT_INVALID'],
    [
      '101 events',
      { events: Array.from({ length: 101 }, () => paid('r')) },
      400,
      'FLOW_API_INPUT_INVALID',
    ],
    ['a list that is none', { events: 'all' }, 400, 'FLOW_API_INPUT_INVALID'],
    ['no object', [1], 400, 'FLOW_API_INPUT_INVALID'],
    ['an empty key', { ...paid('r'), idempotencyKey: '' }, 400, 'FLOW_API_INPUT_INVALID'],
  ])('%s', async (_, body, status, code) => {
    const answer = await publish(body)
    expect(answer.status).toBe(status)
    expect(answer.body.errors).toMatchObject([{ code, message: expect.any(String) }])
    expect(await countOf('r')).toBe(0)
  })

  test('what is wrong is named', async () => {
    const { body } = await publish({ events: [paid('r'), { ...paid('r'), meta: { hop: -1 } }] })
    expect(body.errors).toMatchObject([{ details: { issues: [{ field: 'events.1.meta.hop' }] } }])
    const typo = await publish({ ...paid('r'), type: 'order.payed' })
    expect(typo.body.errors).toMatchObject([{ hint: 'Did you mean order.paid?' }])
  })

  test('two keys that differ, and a key for a list', async () => {
    const two = await publish({ ...paid('r'), idempotencyKey: 'a' }, { 'Idempotency-Key': 'b' })
    const list = await publish({ events: [paid('r')] }, { 'Idempotency-Key': 'b' })
    expect([two.status, list.status]).toEqual([400, 400])
    expect(await countOf('r')).toBe(0)
  })

  test.each([
    ['text/plain', '{}', 415],
    ['application/json', '{"type":', 400],
    ['application/json', '', 400],
  ])('a body of %s that is %j: %d', async (type, body, status) => {
    const headers = { 'content-type': type }
    const answer = await raw({ method: 'POST', headers, body })
    expect(answer.status).toBe(status)
  })

  test('a body that never ends is cut off', async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(32)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += chunk.byteLength
        controller.enqueue(chunk)
      },
    })
    const headers = { 'content-type': 'application/json' }
    const answer = await raw({ method: 'POST', headers, body: endless, duplex: 'half' })
    expect(answer.status).toBe(413)
    expect(sent).toBeLessThan(40 * 1024 * 1024)
  })
})
