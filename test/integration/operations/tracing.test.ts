import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base'

import { type CollectedSpans, collectSpans } from '../../support/collectSpans.ts'
import { type BootedFlow, bootFlow } from '../../support/flow/bootFlow.ts'
import { until } from '../../support/flow/until.ts'
import { type Actor, createActor } from '../../support/payload/createActor.ts'
import { type FlowReceiver, startReceiver } from '../../support/receiver/startReceiver.ts'

const SECRET = `whsec_${Buffer.alloc(24, 9).toString('base64')}`

let flow: BootedFlow
let admin: Actor
let receiver: FlowReceiver
let subscriptionId: string

beforeAll(async () => {
  flow = await bootFlow()
  admin = await createActor(flow.payload, 'admin')
  receiver = await startReceiver()
  const subscription = await flow.payload.create({
    collection: 'event-subscriptions',
    data: {
      name: 'Traced',
      events: ['order.created'],
      channels: [{ blockType: 'webhook', url: receiver.url, secret: SECRET }],
    },
  })
  subscriptionId = String(subscription.id)
}, 300_000)
afterAll(async () => {
  await receiver?.close()
  await flow?.destroy()
})
beforeEach(() => {
  receiver.requests.splice(0)
  receiver.answerWith(200)
})

/** An order by REST, as the traced request of the site's server. */
async function order(): Promise<Span> {
  return trace.getTracer('site').startActiveSpan('POST /api/orders', async (request) => {
    const total = { amount: 424_242, currency: 'RUB' }
    const { status } = await flow.rest('POST', '/orders?locale=ru', { total }, { user: admin })
    expect(status).toBe(201)
    request.end()
    return request
  })
}

const theOnly = (spans: readonly ReadableSpan[]): ReadableSpan => {
  const [span] = spans
  if (!span || spans.length > 1) throw new Error(`one span expected, not ${spans.length}`)
  return span
}
const parentOf = ({ parentSpanContext }: ReadableSpan) => parentSpanContext?.spanId
const idOf = (span: ReadableSpan): string => span.spanContext().spanId

// First, because an SDK is registered once per process.
describe('without an SDK', () => {
  test('nothing is stored with the event, and nothing is sent', async () => {
    await order()
    const [{ body, headers }] = (await receiver.waitFor(1)) as [(typeof receiver.requests)[0]]
    await flow.settle()
    expect(body).not.toContain('traceparent')
    expect(headers['traceparent']).toBeUndefined()
    const { rows } = await flow.sql.query<{ body: string }>('SELECT body FROM event_logs')
    expect(rows.filter((row) => row.body.includes('traceparent'))).toEqual([])
  })
})

describe('with the SDK of the site', () => {
  let spans: CollectedSpans
  beforeAll(() => {
    spans = collectSpans()
  })
  beforeEach(() => spans.forget())

  /** The spans of one request's trace, once `count` deliver steps have ended. */
  const traceOf = async (request: Span, count: number): Promise<ReadableSpan[]> => {
    const { traceId } = request.spanContext()
    const mine = () => spans.all().filter((span) => span.spanContext().traceId === traceId)
    await until(
      () => mine().filter(({ name }) => name === 'flowmasters.deliver').length === count,
      `${count} deliver steps`,
    )
    return mine()
  }

  test('one save is one trace: write, event, delivery, attempt', async () => {
    const request = await order()
    const mine = await traceOf(request, 1)
    const step = (name: string) => theOnly(mine.filter((span) => span.name === name))
    const publish = step('flowmasters.publish')
    const fanOut = step('flowmasters.fan-out')
    const deliver = step('flowmasters.deliver')
    const attempt = step('flowmasters.attempt')
    expect(mine).toHaveLength(5)
    expect(parentOf(publish)).toBe(request.spanContext().spanId)
    expect([parentOf(fanOut), parentOf(deliver)]).toEqual([idOf(publish), idOf(publish)])
    expect(parentOf(attempt)).toBe(idOf(deliver))
    // By the stored event and not by this process' memory, so another process does the same.
    expect([fanOut, deliver].map((span) => span.parentSpanContext?.isRemote)).toEqual([true, true])
    expect([publish, fanOut, deliver, attempt].map(({ kind }) => kind)).toEqual([
      SpanKind.PRODUCER,
      SpanKind.CONSUMER,
      SpanKind.CONSUMER,
      SpanKind.CLIENT,
    ])
  })

  test('steps name event, delivery, subscription, channel, number and outcome, and nothing of the document', async () => {
    const mine = await traceOf(await order(), 1)
    const { rows } = await flow.sql.query<{ id: string; event: string }>(
      'SELECT id, event FROM event_deliveries ORDER BY created_at DESC LIMIT 1',
    )
    const [delivery] = rows
    const attributesOf = (name: string) => theOnly(mine.filter((s) => s.name === name)).attributes
    const message = {
      'messaging.system': 'flowmasters',
      'messaging.operation.type': 'process',
      'messaging.destination.name': 'order.created',
      'messaging.message.id': delivery?.event,
    }
    expect(attributesOf('flowmasters.fan-out')).toEqual({
      ...message,
      'messaging.operation.name': 'fan-out',
      'flowmasters.fan_out.deliveries': 1,
    })
    expect(attributesOf('flowmasters.deliver')).toEqual({
      ...message,
      'messaging.operation.name': 'deliver',
      'messaging.destination.subscription.name': subscriptionId,
      'flowmasters.delivery.id': delivery?.id,
      'flowmasters.channel': 'webhook',
      'flowmasters.delivery.status': 'delivered',
    })
    expect(attributesOf('flowmasters.attempt')).toMatchObject({
      'flowmasters.delivery.id': delivery?.id,
      'flowmasters.channel': 'webhook',
      'flowmasters.attempt.number': 1,
      'flowmasters.attempt.outcome': 'delivered',
    })
    const told = JSON.stringify(
      mine.map(({ attributes, events, status }) => [attributes, events, status]),
    )
    for (const secret of ['424242', '127.0.0.1', 'whsec_', admin.email]) {
      expect(told).not.toContain(secret)
    }
  })

  test('a failed try is an error with its code, and the next one goes on in the same trace', async () => {
    receiver.answerWith(503)
    const request = await order()
    await traceOf(request, 1)
    receiver.answerWith(200)
    await until(async () => {
      // Due now instead of in minutes; not before the result is in the row.
      const { rows } = await flow.sql.query(
        `UPDATE event_deliveries SET next_attempt_at = now() WHERE status = 'retrying' RETURNING id`,
      )
      return rows.length > 0
    }, 'a delivery that is retried')
    const mine = await traceOf(request, 2)
    const attempts = mine.filter(({ name }) => name === 'flowmasters.attempt')
    expect(attempts.map(({ attributes }) => attributes['flowmasters.attempt.number'])).toEqual([
      1, 2,
    ])
    const [failed] = attempts
    expect(failed?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'http_503' })
    expect(failed?.attributes).toMatchObject({
      'error.type': 'http_503',
      'flowmasters.attempt.outcome': 'unavailable',
    })
    const statuses = mine
      .filter(({ name }) => name === 'flowmasters.deliver')
      .map(({ attributes }) => attributes['flowmasters.delivery.status'])
    expect(statuses).toEqual(['retrying', 'delivered'])
  })

  test('the signed body carries the context; the header is for the SDK of the site to set', async () => {
    const request = await order()
    const [received] = await receiver.waitFor(1)
    const publish = theOnly(
      (await traceOf(request, 1)).filter(({ name }) => name === 'flowmasters.publish'),
    )
    const { spanId, traceId } = publish.spanContext()
    expect(received?.json?.meta['traceparent']).toBe(`00-${traceId}-${spanId}-01`)
    expect(received?.headers['traceparent']).toBeUndefined()
  })

  test('requests stand below their attempt, so an instrumentation of undici sets one header that names it', async () => {
    const asInstrumented = (message: unknown): void => {
      const { request } = message as {
        request: { addHeader: (name: string, value: string) => void }
      }
      const active = trace.getActiveSpan()?.spanContext()
      request.addHeader('traceparent', `00-${active?.traceId}-${active?.spanId}-01`)
    }
    subscribe('undici:request:create', asInstrumented)
    try {
      const mine = await traceOf(await order(), 1)
      const attempt = theOnly(mine.filter(({ name }) => name === 'flowmasters.attempt'))
      const { spanId, traceId } = attempt.spanContext()
      expect(receiver.requests[0]?.headers['traceparent']).toBe(`00-${traceId}-${spanId}-01`)
    } finally {
      unsubscribe('undici:request:create', asInstrumented)
    }
  })
})
