import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'

import { emailChannel } from '../../plugins/channels/email/emailChannel.ts'
import { webhookChannel } from '../../plugins/channels/webhook/webhookChannel.ts'
import { type BootedFlow, bootFlow } from '../support/flow/bootFlow.ts'
import { type Actor, createActor } from '../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../support/receiver/startReceiver.ts'

let flow: BootedFlow
let receiver: FlowReceiver
let manager: Actor
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

beforeAll(async () => {
  flow = await bootFlow({ channels: [webhookChannel, emailChannel] })
  receiver = await startReceiver()
  manager = await createActor(flow.payload, 'manager')
}, 300_000)
afterAll(async () => {
  await receiver.close()
  await flow.destroy()
})

const order = (amount: number): Promise<unknown> =>
  flow.rest('POST', '/orders?locale=ru', { total: { amount, currency: 'RUB' } }, { user: manager })

describe('the subscription of the design, over REST', () => {
  test('EV-20 EV-21: only orders above 10 000 reach webhook and e-mail, each delivery is in the log', async () => {
    const created = await flow.rest(
      'POST',
      '/event-subscriptions',
      {
        name: 'Big orders',
        enabled: true,
        events: ['order.created', 'order.paid'],
        filters: [{ field: 'data.current.total.ru.amount', operator: 'gt', value: 10_000 }],
        channels: [
          { blockType: 'webhook', url: receiver.url, secret },
          {
            blockType: 'email',
            to: 'admin@yoursite.com',
            subject: 'Order {{ data.current.id }}',
            body: 'Total {{ data.current.total.ru.amount }}',
          },
        ],
      },
      { user: manager },
    )
    expect(created.status).toBe(201)
    expect(JSON.stringify(created.body)).not.toContain(secret)

    await order(5_000)
    await order(20_000)
    await receiver.waitFor(1)
    await flow.settle()

    const [request] = receiver.requests
    expect(receiver.requests).toHaveLength(1)
    expect(request?.json).toMatchObject({
      type: 'order.created',
      data: { current: { total: { ru: { amount: 20_000 } } } },
    })
    const headers = Object.fromEntries(
      Object.entries(request?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    )
    expect(new Webhook(secret).verify(request?.body ?? '', headers)).toMatchObject({
      id: request?.json?.id,
    })

    const deliveries = await flow.payload.find({ collection: 'event-deliveries', sort: 'channel' })
    expect(deliveries.docs.map(({ channel, status }) => [channel, status])).toEqual([
      ['email', 'delivered'],
      ['webhook', 'delivered'],
    ])
  })

  test('EV-25: the log says why the small order went nowhere', async () => {
    const logs = await flow.rest('GET', '/events/logs?type=order.created&limit=10', undefined, {
      user: manager,
    })
    const small = logs.body.docs.find((doc) => doc['status'] === 'unmatched')
    expect(small?.['decisions']).toMatchObject({
      notMatched: {
        count: 1,
        list: [
          {
            name: 'Big orders',
            failed: [
              {
                field: 'data.current.total.ru.amount',
                operator: 'gt',
                value: 10_000,
                actual: 5_000,
              },
            ],
          },
        ],
      },
    })
  })

  test('a secret is never read back: REST, GraphQL, Local API, the row itself', async () => {
    const { body } = await flow.rest('GET', '/event-subscriptions', undefined, { user: manager })
    const graph = await flow.graphql(
      '{ EventSubscriptions { docs { channels { ... on WebhookChannel { secret url } } } } }',
      { user: manager },
    )
    const local = await flow.payload.find({ collection: 'event-subscriptions' })
    const { rows } = await flow.sql.query('SELECT * FROM event_subscriptions_blocks_webhook')
    expect(graph.errors).toEqual([])
    for (const seen of [body, graph.data, local, rows]) {
      expect(JSON.stringify(seen)).not.toContain(secret.slice('whsec_'.length))
    }
  })

  test('a save that does not touch the channel keeps its secret', async () => {
    const { docs } = await flow.payload.find({ collection: 'event-subscriptions' })
    const id = docs[0]?.id ?? 0
    await flow.rest(
      'PATCH',
      `/event-subscriptions/${id}`,
      { description: 'hello' },
      { user: manager },
    )
    const { body } = await flow.rest('GET', `/event-subscriptions/${id}`, undefined, {
      user: manager,
    })
    // What the admin's form sends back: the mask.
    await flow.rest(
      'PATCH',
      `/event-subscriptions/${id}`,
      { channels: body['channels'] },
      { user: manager },
    )
    await order(30_000)
    await receiver.waitFor(2)
    const request = receiver.requests[1]
    const headers = Object.fromEntries(
      Object.entries(request?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    )
    expect(() => new Webhook(secret).verify(request?.body ?? '', headers)).not.toThrow()
  })

  test('a missing secret is generated and shown once', async () => {
    const created = await flow.rest(
      'POST',
      '/event-subscriptions',
      {
        name: 'New',
        events: ['product.*'],
        channels: [{ blockType: 'webhook', url: receiver.url }],
      },
      { user: manager },
    )
    const shown = JSON.stringify(created.body)
    expect(shown).toMatch(/whsec_[A-Za-z0-9+/=]{20,}/)
    const id = String(created.body.doc['id'])
    const again = await flow.rest('GET', `/event-subscriptions/${id}`, undefined, { user: manager })
    expect(JSON.stringify(again.body)).not.toContain('whsec_')
  })
})

describe('what cannot work is refused, by field', () => {
  test.each([
    ['an unknown event', { events: ['order.payd'] }, 'order.paid'],
    ['a bad pattern', { events: ['order paid'] }, 'pattern'],
    [
      'a bad operator',
      { filters: [{ field: 'data.current.id', operator: 'is', value: 1 }] },
      'operator',
    ],
    [
      'a metadata address',
      { channels: [{ blockType: 'webhook', url: 'http://169.254.169.254/' }] },
      'channels.0.url',
    ],
    [
      'a file address',
      { channels: [{ blockType: 'webhook', url: 'file:///etc/passwd' }] },
      'channels.0.url',
    ],
    [
      'a short secret',
      { channels: [{ blockType: 'webhook', url: 'http://127.0.0.1:1/', secret: 'abc' }] },
      'channels.0.secret',
    ],
    [
      'a broken template',
      { channels: [{ blockType: 'email', to: 'a@b.ru', subject: '{{ x', body: 'y' }] },
      'channels.0',
    ],
    ['no channel', { channels: [] }, 'channels'],
  ])('%s', async (_, change, expected) => {
    const answer = await flow.rest(
      'POST',
      '/event-subscriptions',
      {
        name: 'Bad',
        events: ['order.paid'],
        channels: [{ blockType: 'webhook', url: receiver.url }],
        ...change,
      },
      { user: manager },
    )
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain(expected)
    expect(JSON.stringify(answer.body)).not.toContain('    at ')
  })
})
