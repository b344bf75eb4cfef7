import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import type { RestOptions } from '../../support/payload/restClient.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { createApiKey } from '../../support/flow/createApiKey.ts'
import { createActors } from '../../support/payload/createActors.ts'

type Caller =
  | 'anonymous'
  | 'customer'
  | 'viewer'
  | 'manager'
  | 'admin'
  | "a manager's API key"
  | "a viewer's API key"
  | "a customer's API key"
  | 'a wrong API key'

let flow: BootedFlow
let as: Record<Caller, RestOptions>

beforeAll(async () => {
  flow = await bootFlow({ worker: false })
  const { admin, customer, manager, viewer } = await createActors(flow.payload)
  as = {
    anonymous: {},
    customer: { user: customer },
    viewer: { user: viewer },
    manager: { user: manager },
    admin: { user: admin },
    "a manager's API key": { headers: await createApiKey(flow.payload, manager) },
    "a viewer's API key": { headers: await createApiKey(flow.payload, viewer) },
    "a customer's API key": { headers: await createApiKey(flow.payload, customer) },
    'a wrong API key': {
      headers: { authorization: 'users API-Key 00000000-0000-0000-0000-000000000000' },
    },
  }
})

afterAll(async () => {
  await flow?.destroy()
})

/** A refusal for want of rights, or the status that shows the call got through to the handler. */
const reading = {
  allowed: ['viewer', 'manager', 'admin', "a manager's API key", "a viewer's API key"],
}
const managing = { allowed: ['manager', 'admin', "a manager's API key"] }

const endpoints: { route: [string, string]; body?: unknown; through: number; allowed: string[] }[] =
  [
    { route: ['GET', '/events/logs'], through: 200, ...reading },
    { route: ['GET', '/events/logs/evt_none'], through: 404, ...reading },
    { route: ['GET', '/events/stats'], through: 200, ...reading },
    { route: ['GET', '/events/subscriptions'], through: 200, ...reading },
    { route: ['GET', '/events/catalogue'], through: 200, ...reading },
    { route: ['GET', '/events/asyncapi.json'], through: 200, ...reading },
    { route: ['POST', '/events/publish'], body: {}, through: 400, ...managing },
    { route: ['POST', '/events/deliveries/dlv_none/retry'], body: {}, through: 404, ...managing },
    { route: ['POST', '/events/subscriptions/0/test'], body: {}, through: 404, ...managing },
    { route: ['POST', '/events/subscriptions/0/pause'], body: {}, through: 404, ...managing },
    { route: ['POST', '/events/subscriptions/0/resume'], body: {}, through: 404, ...managing },
    {
      route: ['POST', '/events/subscriptions/0/channels/none/rotate-secret'],
      body: {},
      through: 404,
      ...managing,
    },
  ]

const callers: Caller[] = [
  'anonymous',
  'customer',
  'viewer',
  'manager',
  'admin',
  "a manager's API key",
  "a viewer's API key",
  "a customer's API key",
  'a wrong API key',
]
const unknownCallers: Caller[] = ['anonymous', 'a wrong API key']

describe('EV-51 who may call what', () => {
  const table = endpoints.flatMap(({ allowed, body, route, through }) =>
    callers.map((caller) => {
      const refusal = unknownCallers.includes(caller) ? 401 : 403
      return { route, body, caller, expected: allowed.includes(caller) ? through : refusal }
    }),
  )
  test.each(table)(
    '$route.0 $route.1 as $caller: $expected',
    async ({ body, caller, expected, route }) => {
      const answer = await flow.rest(...route, body, as[caller])
      expect(answer.status).toBe(expected)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      if (expected === 401) {
        expect(answer.body.errors).toMatchObject([{ code: 'FLOW_API_UNAUTHENTICATED' }])
      }
      if (expected === 403)
        expect(answer.body.errors).toMatchObject([{ code: 'FLOW_API_FORBIDDEN' }])
    },
  )

  test.each(callers)('GET /health as %s: an answer', async (caller) => {
    const { body, status } = await flow.rest('GET', '/health', undefined, as[caller])
    // No worker runs here.
    expect(status).toBe(503)
    expect(body).toMatchObject({ ok: false, worker: { ok: false } })
  })
})

const logCollections = ['event-logs', 'event-deliveries', 'event-attempts'] as const
const hidden = ['event-engine-state', 'event-workers'] as const
const staff: Caller[] = ['viewer', 'manager', 'admin']

describe('EV-55 the collections behind it obey the same rules over REST', () => {
  beforeAll(async () => {
    await flow.sql.query(
      `INSERT INTO event_logs (id, type, version, status, timestamp, source, body, created_at)
       VALUES ('evt_seed', 'order.paid', 1, 'unmatched', now(), 'code', '{"data":{"current":{}}}', now())`,
    )
  })

  test.each([...logCollections, 'event-subscriptions'])(
    '%s is read by staff alone',
    async (slug) => {
      for (const caller of callers) {
        const isReader = reading.allowed.includes(caller)
        for (const path of [`/${slug}`, `/${slug}/count`]) {
          const { status } = await flow.rest('GET', path, undefined, as[caller])
          expect([caller, path, status]).toEqual([caller, path, isReader ? 200 : 403])
        }
      }
    },
  )

  test.each(logCollections)('nobody writes %s, whatever the role', async (slug) => {
    for (const caller of callers) {
      const created = await flow.rest(
        'POST',
        `/${slug}`,
        { id: 'x', type: 'order.paid' },
        as[caller],
      )
      const updated = await flow.rest('PATCH', `/${slug}/evt_seed`, { type: 'a.b' }, as[caller])
      const bulk = await flow.rest(
        'PATCH',
        `/${slug}?where[id][exists]=true`,
        { type: 'a.b' },
        as[caller],
      )
      const removed = await flow.rest('DELETE', `/${slug}/evt_seed`, undefined, as[caller])
      const statuses = [created, updated, bulk, removed].map(({ status }) => status)
      expect([caller, ...statuses]).toEqual([caller, 403, 403, 403, 403])
    }
    const { rows } = await flow.sql.query("SELECT type FROM event_logs WHERE id = 'evt_seed'")
    expect(rows).toEqual([{ type: 'order.paid' }])
  })

  test.each(hidden)('nobody reads %s', async (slug) => {
    for (const caller of callers) {
      const { status } = await flow.rest('GET', `/${slug}`, undefined, as[caller])
      expect([caller, status]).toEqual([caller, 403])
    }
  })

  test('subscriptions are changed by those who may manage alone', async () => {
    for (const caller of callers) {
      const body = { name: caller, events: ['order.paid'], channels: [] }
      const { status } = await flow.rest('POST', '/event-subscriptions', body, as[caller])
      // 400: it got through to validation, which wants a channel.
      expect([caller, status]).toEqual([caller, managing.allowed.includes(caller) ? 400 : 403])
    }
  })
})

describe('EV-55 the collections behind it obey the same rules over GraphQL', () => {
  test.each(callers)('%s', async (caller) => {
    const isReader = reading.allowed.includes(caller)
    for (const name of ['EventLogs', 'EventDeliveries', 'EventAttempts', 'EventSubscriptions']) {
      const { data, errors } = await flow.graphql(
        `{ ${name} { totalDocs docs { id } } }`,
        as[caller],
      )
      expect([name, errors.length]).toEqual([name, isReader ? 0 : 1])
      if (!isReader) expect(data?.[name] ?? null).toBeNull()
    }
    const removed = await flow.graphql(
      'mutation { deleteEventLog(id: "evt_seed") { id } }',
      as[caller],
    )
    expect(removed.errors).toHaveLength(1)
    const { rows } = await flow.sql.query("SELECT id FROM event_logs WHERE id = 'evt_seed'")
    expect(rows).toHaveLength(1)
  })

  test('the bookkeeping of the engine is not in the schema', async () => {
    const { data } = await flow.graphql('{ __schema { types { name } } }', as.admin)
    const names = JSON.stringify(data)
    expect(names).toContain('EventLog')
    expect(names).not.toContain('EventWorker')
    expect(names).not.toContain('EventEngineState')
  })

  test.each(staff)('%s sees no sealed or plain secret', async (caller) => {
    const created = await flow.rest(
      'POST',
      '/event-subscriptions',
      {
        name: `secret ${caller}`,
        events: ['order.paid'],
        channels: [{ blockType: 'webhook', url: 'http://127.0.0.1:9999/hook' }],
      },
      as.admin,
    )
    const [entry] = created.body.doc['channels'] as { secret: string }[]
    const secret = entry?.secret ?? ''
    expect(secret).toMatch(/^whsec_/)
    const seen = [
      await flow.rest('GET', '/event-subscriptions', undefined, as[caller]),
      await flow.rest('GET', '/events/subscriptions', undefined, as[caller]),
      await flow.graphql(
        '{ EventSubscriptions { docs { channels { ... on WebhookChannel { secret } } } } }',
        as[caller],
      ),
    ].map((answer) => JSON.stringify(answer))
    for (const text of seen) {
      expect(text).toContain('••••••••')
      expect(text).not.toContain(secret)
      expect(text).not.toContain('enc.v1.')
    }
  })
})
