import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { emailChannel } from '../../../plugins/channels/email/emailChannel.ts'
import { webhookChannel } from '../../../plugins/channels/webhook/webhookChannel.ts'
import { catalogueUsage } from '../../../src/admin/catalogue/catalogueUsageStore.ts'
import { listenersOf, readListeners } from '../../../src/admin/catalogue/listenersStore.ts'
import { reasonText } from '../../../src/admin/lists/reasonText.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

let flow: BootedFlow
let receiver: FlowReceiver
let manager: Actor

beforeAll(async () => {
  flow = await bootFlow({ channels: [webhookChannel, emailChannel] })
  receiver = await startReceiver()
  manager = await createActor(flow.payload, 'manager')
}, 300_000)
afterAll(async () => {
  await receiver.close()
  await flow.destroy()
})

const subscribe = async (channel: Record<string, unknown>, more = {}): Promise<string> => {
  const { body, status } = await flow.rest(
    'POST',
    '/event-subscriptions',
    { name: 'Reasons', events: ['order.created'], channels: [channel], ...more },
    { user: manager },
  )
  expect(status).toBe(201)
  return String((body['doc'] as { id: unknown }).id)
}
const order = () =>
  flow.rest(
    'POST',
    '/orders?locale=ru',
    { total: { amount: 1, currency: 'RUB' } },
    { user: manager },
  )

type Row = { status: string; channel: string; last_error: string; last_reasons: unknown }
const deliveryOf = async (subscription: string): Promise<Row> => {
  const { rows } = await flow.sql.query<Row>(
    `SELECT status::text, channel, last_error, last_reasons FROM event_deliveries
     WHERE subscription = $1`,
    [subscription],
  )
  const [row] = rows
  if (!row) throw new Error(`no delivery of subscription ${subscription}`)
  return row
}
const inRussian = ({ channel, last_error, last_reasons }: Row) =>
  reasonText({ channel, lastError: last_error, lastReasons: last_reasons }, flow.payload, 'ru')

describe('EV-50: why a delivery failed, in English and for readers of Russian', () => {
  test('the answer of a receiver: row, attempt and REST', async () => {
    receiver.answerWith(404)
    const id = await subscribe({
      blockType: 'webhook',
      url: receiver.url,
      isClientErrorFinal: true,
    })
    await order()
    await until(
      async () => (await deliveryOf(id).catch(() => null))?.status === 'dead',
      'a dead one',
    )
    const row = await deliveryOf(id)
    expect(row.last_error).toBe('the receiver refused it (404)')
    expect(row.last_reasons).toEqual([{ key: 'refused', params: { status: 404 } }])
    expect(inRussian(row)).toBe('получатель отказался принять сообщение (404)')
    const { body } = await flow.rest(
      'GET',
      `/event-attempts?where[subscription][equals]=${id}`,
      undefined,
      { user: manager },
    )
    expect(body['docs']).toMatchObject([
      { reason: 'the receiver refused it (404)', reasons: row.last_reasons },
    ])
    await flow.rest('DELETE', `/event-subscriptions/${id}`, undefined, { user: manager })
  })

  test('a receiver that is not there', async () => {
    const gone = await startReceiver()
    await gone.close()
    const id = await subscribe({ blockType: 'webhook', url: gone.url })
    await order()
    await until(
      async () => (await deliveryOf(id).catch(() => null))?.status === 'retrying',
      'a first try',
    )
    const row = await deliveryOf(id)
    expect(row.last_error).toBe('the connection failed (ECONNREFUSED)')
    expect(inRussian(row)).toBe('не удалось соединиться с получателем (ECONNREFUSED)')

    // What waits is cancelled with the subscription: a reason of the engine's own.
    await flow.rest('DELETE', `/event-subscriptions/${id}`, undefined, { user: manager })
    await flow.sql.query(
      "UPDATE event_deliveries SET next_attempt_at = now() - interval '1 second' WHERE subscription = $1",
      [id],
    )
    await until(async () => (await deliveryOf(id)).status === 'cancelled', 'a cancelled one')
    const cancelled = await deliveryOf(id)
    expect(cancelled.last_error).toBe('the subscription was deleted')
    expect(inRussian(cancelled)).toBe('подписка удалена')
  })

  test('a letter that nobody can get, and one that stays here', async () => {
    const nobody = await subscribe({ blockType: 'email', to: '{{ data.current.customerEmail }}' })
    const kept = await subscribe({ blockType: 'email', to: 'anna@example.com' })
    await order()
    await until(
      async () => (await deliveryOf(kept).catch(() => null))?.status === 'delivered',
      'a letter',
    )
    await flow.settle()
    expect(inRussian(await deliveryOf(nobody))).toMatch(/^писать некому/)
    expect((await deliveryOf(nobody)).last_error).not.toContain('[flowmasters]')
    expect(inRussian(await deliveryOf(kept))).toBe('сохранено на этой машине: SMTP_URL не задан')
    for (const id of [nobody, kept]) {
      await flow.rest('DELETE', `/event-subscriptions/${id}`, undefined, { user: manager })
    }
  })

  test('410 switches the entry off and says why, for both', async () => {
    receiver.answerWith(410)
    const id = await subscribe({ blockType: 'webhook', url: receiver.url })
    await order()
    await until(async () => (await deliveryOf(id).catch(() => null))?.status === 'dead', 'a 410')
    const { body } = await flow.rest('GET', `/event-subscriptions/${id}`, undefined, {
      user: manager,
    })
    expect(body['channels']).toMatchObject([
      {
        isDisabled: true,
        disabledReason: 'the receiver says it is gone for good (410)',
        disabledReasons: [{ key: 'gone', params: {} }],
      },
    ])
  })

  test('Send test answers in the language of the request and keeps English beside it', async () => {
    receiver.answerWith(500)
    const id = await subscribe({ blockType: 'webhook', url: receiver.url }, { name: 'Tested' })
    const path = `/events/subscriptions/${id}/test`
    const tested = async (language: string) => {
      const { body } = await flow.rest(
        'POST',
        path,
        {},
        {
          user: manager,
          headers: { 'accept-language': language },
        },
      )
      return (body['results'] as Record<string, unknown>[])[0]
    }
    expect(await tested('ru')).toMatchObject({
      reason: 'the receiver answered 500',
      reasonText: 'получатель ответил ошибкой 500',
    })
    expect(await tested('en')).toMatchObject({ reasonText: 'the receiver answered 500' })
  })
})

describe('what the catalogue page counts', () => {
  test('events of a day and of a week by type, tests left out', async () => {
    const now = Date.now()
    const before = (await catalogueUsage(flow.payload, now)).get('order.created')
    expect(before?.day).toBeGreaterThanOrEqual(4)
    await flow.sql.query(
      `UPDATE event_logs SET created_at = created_at - interval '2 days'
       WHERE id = (SELECT id FROM event_logs WHERE type = 'order.created' AND source <> 'test' LIMIT 1)`,
    )
    const after = (await catalogueUsage(flow.payload, now)).get('order.created')
    expect(after).toMatchObject({ week: before?.week, day: (before?.day ?? 0) - 1 })
    const { rows } = await flow.sql.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM event_logs WHERE type = 'order.created'",
    )
    // The two of "Send test" are in the log and not in the count.
    expect(rows[0]?.count).toBe((after?.week ?? 0) + 2)
    const nextMonth = now + 30 * 86_400_000
    expect((await catalogueUsage(flow.payload, nextMonth)).size).toBe(0)
  })

  test('who listens: by name, by wildcard, switched off; nothing for those who may not see it', async () => {
    await subscribe(
      { blockType: 'email', to: 'a@example.com' },
      { name: 'A wild one', events: ['*.paid'] },
    )
    await subscribe(
      { blockType: 'email', to: 'a@example.com' },
      {
        name: 'B off',
        enabled: false,
        events: ['order.paid'],
        filters: [{ field: 'data.current.id', operator: 'gt', value: 1 }],
      },
    )
    const reqOf = (user: Actor) => ({ payload: flow.payload, user }) as never
    const listeners = await readListeners(reqOf(manager))
    expect(
      listenersOf('order.paid', listeners).map(({ isEnabled, isFiltered, name }) => [
        name,
        isEnabled,
        isFiltered,
      ]),
    ).toEqual([
      ['A wild one', true, false],
      ['B off', false, true],
    ])
    expect(listenersOf('order.completed', listeners)).toEqual([])
    const customer = await createActor(flow.payload, 'customer')
    await expect(readListeners(reqOf(customer))).rejects.toThrow()
  })
})
