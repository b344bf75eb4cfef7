import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { verifyWebhook } from '../../../plugins/channels/webhook/signature/verifyWebhook.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import {
  type FlowReceiver,
  type ReceivedRequest,
  startReceiver,
} from '../../support/receiver/startReceiver.ts'

let flow: BootedFlow
let receiver: FlowReceiver
let manager: Actor
let subscription: { id: number; entryId: string; secret: string }

beforeAll(async () => {
  flow = await bootFlow()
  receiver = await startReceiver()
  manager = await createActor(flow.payload, 'manager')
})

afterAll(async () => {
  await flow?.destroy()
  await receiver?.close()
})

beforeEach(async () => {
  receiver.requests.length = 0
  const { body } = await flow.rest(
    'POST',
    '/event-subscriptions',
    {
      name: 'rotated',
      events: ['order.paid'],
      channels: [{ blockType: 'webhook', url: receiver.url }],
    },
    { user: manager },
  )
  const doc = body.doc as { id: number; channels: { id: string; secret: string }[] }
  const [entry] = doc.channels
  subscription = { id: doc.id, entryId: entry?.id ?? '', secret: entry?.secret ?? '' }
})

const rotate = async (body: unknown = {}, { id, entryId } = subscription) => {
  const path = `/events/subscriptions/${id}/channels/${entryId}/rotate-secret`
  const answer = await flow.rest('POST', path, body, { user: manager })
  return {
    status: answer.status,
    errors: answer.body.errors,
    secret: String(answer.body['secret']),
    previousValidUntil: answer.body['previousValidUntil'],
  }
}

/** The next event as the receiver of this test's subscription got it. */
async function delivered(): Promise<ReceivedRequest> {
  const { body } = await flow.rest(
    'POST',
    '/events/publish',
    { type: 'order.paid', data: { current: { id: '1' } } },
    { user: manager },
  )
  await flow.settle()
  await flow.payload.delete({ collection: 'event-subscriptions', id: subscription.id })
  const received = receiver.requests.filter(({ json }) => json?.id === body['id'])
  const isSignedBy = (request: ReceivedRequest) =>
    verifyWebhook({ secret: known, headers: request.headers, body: request.body }).isValid
  const known = [subscription.secret, ...newSecrets]
  const own = received.find(isSignedBy)
  if (!own) throw new Error('nothing arrived with a known signature')
  return own
}
let newSecrets: string[] = []

const isSignedWith = (secret: string, { body, headers }: ReceivedRequest): boolean =>
  verifyWebhook({ secret, headers, body }).isValid

const retiredOf = async (): Promise<{ field: string; sealed: string; validUntil: string }[]> => {
  const { rows } = await flow.sql.query<{ retired_secrets: [] | null }>(
    'SELECT retired_secrets FROM event_subscriptions_blocks_webhook WHERE _parent_id = $1',
    [subscription.id],
  )
  return rows[0]?.retired_secrets ?? []
}

describe('POST /api/events/subscriptions/:id/channels/:entryId/rotate-secret', () => {
  test('makes a new secret; during the overlap both sign', async () => {
    const { previousValidUntil, secret, status } = await rotate()
    newSecrets = [secret]
    expect(status).toBe(200)
    expect(secret).toMatch(/^whsec_/)
    expect(secret).not.toBe(subscription.secret)
    const inADay = Date.parse(String(previousValidUntil)) - Date.now()
    expect(inADay).toBeGreaterThan(23 * 3_600_000)
    expect(inADay).toBeLessThanOrEqual(24 * 3_600_000)
    const request = await delivered()
    expect(isSignedWith(secret, request)).toBe(true)
    expect(isSignedWith(subscription.secret, request)).toBe(true)
  })

  test('without an overlap the old one is over at once', async () => {
    const { previousValidUntil, secret } = await rotate({ overlapHours: 0 })
    newSecrets = [secret]
    expect(previousValidUntil).toBeNull()
    expect(await retiredOf()).toEqual([])
    const request = await delivered()
    expect(isSignedWith(secret, request)).toBe(true)
    expect(isSignedWith(subscription.secret, request)).toBe(false)
  })

  test('takes a secret that is brought along', async () => {
    const brought = `whsec_${Buffer.alloc(32, 9).toString('base64')}`
    const { secret } = await rotate({ secret: brought, field: 'secret' })
    newSecrets = [brought]
    expect(secret).toBe(brought)
    expect(isSignedWith(brought, await delivered())).toBe(true)
  })

  test('nothing plain in the database, and the rest of the entry stays', async () => {
    const { secret } = await rotate()
    const { rows } = await flow.sql.query(
      'SELECT * FROM event_subscriptions_blocks_webhook WHERE _parent_id = $1',
      [subscription.id],
    )
    expect(rows).toMatchObject([{ id: subscription.entryId, url: receiver.url }])
    const text = JSON.stringify(rows)
    expect(text).not.toContain(secret)
    expect(text).not.toContain(subscription.secret)
    const { rows: parents } = await flow.sql.query(
      'SELECT * FROM event_subscriptions WHERE id = $1',
      [subscription.id],
    )
    expect(parents).toMatchObject([{ name: 'rotated', enabled: true }])
  })

  test('a save in the admin afterwards keeps both', async () => {
    const { secret } = await rotate()
    newSecrets = [secret]
    const seen = await flow.rest('GET', `/event-subscriptions/${subscription.id}`, undefined, {
      user: manager,
    })
    await flow.rest('PATCH', `/event-subscriptions/${subscription.id}`, seen.body, {
      user: manager,
    })
    const request = await delivered()
    expect(isSignedWith(secret, request)).toBe(true)
    expect(isSignedWith(subscription.secret, request)).toBe(true)
  })

  test('ten at once take turns: no secret is forgotten, ten are kept, the newest first', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => rotate({ overlapHours: 168 })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
    expect(new Set(answers.map(({ secret }) => secret)).size).toBe(12)
    const retired = await retiredOf()
    expect(retired).toHaveLength(10)
    expect(new Set(retired.map(({ sealed }) => sealed)).size).toBe(10)
    const last = await rotate({ overlapHours: 168 })
    const { keyRing } = flow.runtime
    const [newest] = await retiredOf()
    const opened = keyRing.decrypt(newest?.sealed ?? '', `channel:${subscription.entryId}:secret`)
    expect(answers.map(({ secret }) => secret)).toContain(opened)
    expect(last.status).toBe(200)
  })

  test.each([
    [{ field: 'url' }, 'FLOW_SECRET_FIELD_UNKNOWN'],
    [{ secret: 'short' }, 'FLOW_WEBHOOK_SECRET_INVALID'],
    [{ overlapHours: 169 }, 'FLOW_API_INPUT_INVALID'],
    [{ overlapHours: -1 }, 'FLOW_API_INPUT_INVALID'],
    [{ overlap: 1 }, 'FLOW_API_INPUT_INVALID'],
  ])('refuses %j and leaves everything as it was', async (body, code) => {
    const { errors, status } = await rotate(body)
    expect(status).toBe(400)
    expect(errors).toMatchObject([{ code }])
    expect(await retiredOf()).toEqual([])
  })

  test('there is no such subscription, no such entry', async () => {
    expect((await rotate({}, { ...subscription, id: 0 })).status).toBe(404)
    expect((await rotate({}, { ...subscription, entryId: 'none' })).status).toBe(404)
  })
})
