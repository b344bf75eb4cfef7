import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { inAppChannel } from '../../../plugins/channels/in-app/inAppChannel.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { putNotification } from '../../support/inbox/putNotification.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'

let flow: BootedFlow
let admin: Actor
let managers: Actor[]
let anna: Actor
let boris: Actor

beforeAll(async () => {
  flow = await bootFlow({ channels: [inAppChannel] })
  admin = await createActor(flow.payload, 'admin')
  managers = [
    await createActor(flow.payload, 'manager'),
    await createActor(flow.payload, 'manager'),
  ]
  anna = await createActor(flow.payload, 'customer')
  boris = await createActor(flow.payload, 'customer')
}, 300_000)
afterAll(() => flow?.destroy())
afterEach(async () => {
  await flow.sql.query('DELETE FROM notifications')
  await flow.sql.query('DELETE FROM event_deliveries')
  for (const { id } of (await flow.rest('GET', '/event-subscriptions', undefined, { user: admin }))
    .body.docs) {
    await flow.rest('DELETE', `/event-subscriptions/${String(id)}`, undefined, { user: admin })
  }
})

async function subscribe(channel: object, event = 'order.paid'): Promise<void> {
  const { body, status } = await flow.rest(
    'POST',
    '/event-subscriptions',
    { name: 'Bell', events: [event], channels: [{ blockType: 'in-app', ...channel }] },
    { user: admin },
  )
  expect([status, body.errors]).toEqual([201, undefined])
}

async function payOrder(order: object = {}): Promise<string> {
  const total = { amount: 20_000, currency: 'RUB' }
  const made = await flow.rest(
    'POST',
    '/orders?locale=ru',
    { total, customer: anna.id, ...order },
    { user: admin },
  )
  const id = String(made.body.doc['id'])
  const paid = await flow.rest('PATCH', `/orders/${id}`, { status: 'paid' }, { user: admin })
  expect([made.status, paid.status]).toEqual([201, 200])
  await flow.settle()
  return id
}

type Mine = { notifications: Record<string, unknown>[]; nextBefore: number | null } & Record<
  string,
  unknown
>

async function mine(user: Actor, query = ''): Promise<Mine> {
  const { body, status } = await flow.rest('GET', `/notifications/mine${query}`, undefined, {
    user,
  })
  expect(status).toBe(200)
  return body as unknown as Mine
}

const titles = async (user: Actor): Promise<unknown[]> =>
  (await mine(user)).notifications.map(({ title }) => title)

async function lastDelivery(): Promise<unknown> {
  const { rows } = await flow.sql.query(
    'SELECT status::text, last_code AS code, last_error AS error FROM event_deliveries ORDER BY created_at DESC LIMIT 1',
  )
  return rows[0]
}

describe('from a paid order to the bell', () => {
  test('the customer of the order has it, and nobody else', async () => {
    await subscribe({
      title: 'Заказ {{ data.current.number }} оплачен',
      text: 'Сумма {{ data.current.total.ru.amount }}',
      link: '/account/orders/{{ data.current.id }}',
      level: 'success',
    })
    const order = await payOrder()
    const { lastEventId, nextBefore, notifications, unreadCount } = await mine(anna)
    expect([nextBefore, unreadCount, lastEventId]).toEqual([null, 1, 1])
    expect(notifications).toEqual([
      {
        id: expect.stringMatching(/^ntf_[\da-f-]{36}$/),
        title: expect.stringMatching(/^Заказ FM-\d+ оплачен$/),
        text: 'Сумма 20000',
        link: `/account/orders/${order}`,
        level: 'success',
        eventType: 'order.paid',
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
        readAt: null,
      },
    ])
    for (const other of [boris, admin, ...managers]) {
      expect((await mine(other)).notifications).toEqual([])
    }
  })

  test('a role reaches all who have it now: not others, not customers', async () => {
    const former = await createActor(flow.payload, 'manager')
    await flow.payload.update({ collection: 'users', id: former.id, data: { role: 'customer' } })
    await subscribe({ audience: 'manager', title: 'Paid' })
    const order = await payOrder()
    for (const manager of managers) {
      expect((await mine(manager)).notifications).toMatchObject([
        { title: 'Paid', link: `/admin/collections/orders/${order}` },
      ])
    }
    for (const other of [admin, anna, former]) expect(await titles(other)).toEqual([])
    expect(await lastDelivery()).toMatchObject({ status: 'delivered', code: 'IN_APP_ADDED' })
  })

  test('all staff have it', async () => {
    await subscribe({ audience: 'staff', title: 'Paid' })
    await payOrder()
    for (const person of [admin, ...managers]) expect(await titles(person)).toEqual(['Paid'])
    expect(await titles(anna)).toEqual([])
  })

  test.each([
    ['nobody', {}, { customer: null }, 'FLOW_IN_APP_RECIPIENT_EMPTY', /there is nobody to tell/],
    ['an unknown user', { to: '2147483647' }, {}, 'IN_APP_USER_UNKNOWN', /no user "2147483647"/],
    ['no id at all', { to: 'anna\u00a0' }, {}, 'IN_APP_USER_UNKNOWN', /no user "anna"/],
  ])('%s is a refusal that says why', async (_, channel, order, code, error) => {
    await subscribe({ title: 'Paid', ...channel })
    await payOrder(order)
    expect(await lastDelivery()).toEqual({
      status: 'dead',
      code,
      error: expect.stringMatching(error),
    })
  })

  test('a link that no page may have is refused by the form', async () => {
    for (const link of [
      'javascript:alert(1)',
      '//evil.example',
      'http://shop.example',
      ' data:x',
    ]) {
      const { body, status } = await flow.rest(
        'POST',
        '/event-subscriptions',
        { name: 'Bad', events: ['order.paid'], channels: [{ blockType: 'in-app', link }] },
        { user: admin },
      )
      expect([link, status, JSON.stringify(body.errors)]).toEqual([
        link,
        400,
        expect.stringContaining('link'),
      ])
    }
  })

  test('a value that makes a script of a link is left out, and the news arrives', async () => {
    await subscribe({ title: 'Paid', link: '{{ data.current.customerName }}' })
    await payOrder({ customerName: 'javascript:alert(document.cookie)' })
    expect((await mine(anna)).notifications).toMatchObject([{ title: 'Paid', link: null }])
  })
})

describe('one delivery', () => {
  test('tried twice, also at once, is there once', async () => {
    const twice = { id: 'dlv_twice', audience: { kind: 'staff', role: 'manager' } } as const
    const first = await Promise.all([1, 2, 3].map(() => putNotification(flow, twice)))
    const again = await putNotification(flow, twice)
    expect(first.map(({ addressed }) => addressed)).toEqual([2, 2, 2])
    expect(first.reduce((sum, { added }) => sum + added, 0)).toBe(2)
    expect(again).toEqual({ addressed: 2, added: 0 })
    for (const manager of managers) expect(await titles(manager)).toHaveLength(1)
  })

  test('two that address the same people do not wait for each other for ever', async () => {
    const audiences = [
      { kind: 'staff', role: null },
      { kind: 'staff', role: 'manager' },
    ] as const
    const receipts = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        putNotification(flow, { audience: audiences[at % 2] ?? audiences[0] }),
      ),
    )
    expect(receipts.every(({ added, addressed }) => added === addressed)).toBe(true)
    const [manager] = managers
    if (!manager) throw new Error('no manager')
    const { notifications } = await mine(manager, '?limit=100')
    expect(notifications).toHaveLength(60)
  })
})

describe('what is somebody else’s', () => {
  test('can be neither read nor marked', async () => {
    await putNotification(flow, { userId: boris.id, title: 'Secret' })
    const [{ id } = { id: '' }] = (await mine(boris)).notifications
    expect(await titles(anna)).toEqual([])
    const marked = await flow.rest('POST', '/notifications/read', { ids: [id] }, { user: anna })
    expect([marked.status, marked.body['read']]).toEqual([200, 0])
    const all = await flow.rest('POST', '/notifications/read', { all: true }, { user: anna })
    expect([all.status, all.body['read']]).toEqual([200, 0])
    expect((await mine(boris))['unreadCount']).toBe(1)
    for (const other of [anna, ...managers]) {
      const one = await flow.rest('GET', `/notifications/${String(id)}`, undefined, { user: other })
      expect(one.status).toBe(404)
      const list = await flow.rest('GET', '/notifications', undefined, { user: other })
      expect(list.body.docs).toEqual([])
    }
    const looked = await flow.rest('GET', '/notifications', undefined, { user: admin })
    expect(looked.body.docs).toHaveLength(1)
    const changed = await flow.rest(
      'PATCH',
      `/notifications/${String(id)}`,
      { title: 'x' },
      { user: admin },
    )
    expect(changed.status).toBe(403)
  })

  test('a visitor is told to sign in', async () => {
    for (const [method, path] of [
      ['GET', '/notifications/mine'],
      ['GET', '/notifications/unread-count'],
      ['GET', '/notifications/stream'],
      ['POST', '/notifications/read'],
    ] as const) {
      const { body, status } = await flow.rest(method, path)
      expect([path, status, body.errors]).toMatchObject([
        path,
        401,
        [{ code: 'FLOW_API_UNAUTHENTICATED' }],
      ])
    }
  })
})

describe('reading', () => {
  const read = (body: object) => flow.rest('POST', '/notifications/read', body, { user: anna })

  test('by id, and everything up to what was on the screen', async () => {
    for (const title of ['1', '2', '3']) await putNotification(flow, { userId: anna.id, title })
    const { lastEventId, notifications } = await mine(anna)
    await putNotification(flow, { userId: anna.id, title: '4' })
    const one = await read({ ids: [notifications[0]?.['id']] })
    expect(one.body).toMatchObject({ read: 1, unreadCount: 3 })
    const again = await read({ ids: [notifications[0]?.['id']] })
    expect(again.body).toMatchObject({ read: 0, unreadCount: 3 })
    const seen = await read({ all: true, before: lastEventId })
    expect(seen.body).toMatchObject({ read: 2, unreadCount: 1 })
    expect((await mine(anna, '?unread=true')).notifications).toMatchObject([{ title: '4' }])
    expect((await read({ all: true })).body).toMatchObject({ read: 1, unreadCount: 0 })
  })

  test.each([
    [{}],
    [{ ids: [] }],
    [{ ids: ['a'], all: true }],
    [{ all: false }],
    [{ all: true, before: 'x' }],
  ])('%j is refused by name', async (body) => {
    const { body: answer, status } = await read(body)
    expect([status, answer.errors]).toMatchObject([400, [{ code: 'FLOW_API_INPUT_INVALID' }]])
  })
})

test('pages are complete and hold nothing twice while new ones arrive', async () => {
  for (let at = 0; at < 25; at += 1)
    await putNotification(flow, { userId: anna.id, title: `old ${at}` })
  const seen: unknown[] = []
  let before: number | null = null
  do {
    const page: Mine = await mine(anna, `?limit=4${before === null ? '' : `&before=${before}`}`)
    seen.push(...page.notifications.map(({ title }) => title))
    before = page.nextBefore
    await putNotification(flow, { userId: anna.id, title: 'new' })
  } while (before !== null)
  expect(seen).toEqual(Array.from({ length: 25 }, (_, at) => `old ${24 - at}`))
})
