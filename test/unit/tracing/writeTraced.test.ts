import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { EventRow } from '../../../src/event-service/eventWriter.ts'
import { writeTraced } from '../../../src/event-service/writeTraced.ts'
import { orderCreated, orderPaid } from '../../../src/index.ts'
import { FlowError } from '../../../src/kernel/flowError.ts'
import { type CollectedSpans, collectSpans } from '../../support/collectSpans.ts'

const data = { current: { id: 1, phone: '+7 900 000-00-00' } }
const events = [orderCreated, orderPaid].map((definition) => ({
  definition,
  data,
  now: 0,
  lenient: true,
}))
const rows: EventRow[] = []
const write = async (given: EventRow[]) => {
  rows.push(...given)
  return given.map(({ id }) => ({ id, isDuplicate: false }))
}

beforeEach(() => {
  rows.splice(0)
})

// First, because an SDK is registered once per process.
describe('without an SDK', () => {
  test('nothing is stored', async () => {
    await writeTraced(events, write)
    expect(rows).toHaveLength(2)
    expect(rows.map(({ meta }) => 'traceparent' in meta)).toEqual([false, false])
    expect(JSON.stringify(rows)).not.toContain('traceparent')
  })
})

describe('with an SDK', () => {
  let spans: CollectedSpans
  beforeAll(() => {
    spans = collectSpans()
  })
  beforeEach(() => spans.forget())

  test('each event carries its own step below the request, and says no more than type and id', async () => {
    const tracer = trace.getTracer('site')
    await tracer.startActiveSpan('POST /api/orders', async (request) => {
      await writeTraced(events, write)
      request.end()
    })
    const [request] = spans.named('POST /api/orders')
    const published = spans.named('flowmasters.publish')
    expect(published.map(({ attributes }) => attributes)).toEqual(
      rows.map(({ id, type }) => ({
        'messaging.system': 'flowmasters',
        'messaging.operation.name': 'publish',
        'messaging.operation.type': 'send',
        'messaging.destination.name': type,
        'messaging.message.id': id,
      })),
    )
    expect(published.map(({ kind }) => kind)).toEqual([SpanKind.PRODUCER, SpanKind.PRODUCER])
    for (const [index, span] of published.entries()) {
      const { spanId, traceId } = span.spanContext()
      expect(traceId).toBe(request?.spanContext().traceId)
      expect(span.parentSpanContext?.spanId).toBe(request?.spanContext().spanId)
      expect(rows[index]?.meta.traceparent).toBe(`00-${traceId}-${spanId}-01`)
    }
  })

  test('a write that fails leaves the code, not the words', async () => {
    const error = new FlowError({
      code: 'FLOW_OUTBOX_CROWDED',
      message: 'too many letters to anna@example.com',
      status: 503,
    })
    await expect(writeTraced(events.slice(1), () => Promise.reject(error))).rejects.toBe(error)
    const [span] = spans.named('flowmasters.publish')
    expect(span?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'FLOW_OUTBOX_CROWDED' })
    expect(span?.attributes['error.type']).toBe('FLOW_OUTBOX_CROWDED')
    expect(span?.events).toEqual([])
  })

  test('an event that is refused leaves its code too', async () => {
    const strict = { definition: orderPaid, data: { current: 7 }, now: 0 }
    await expect(writeTraced([strict], write)).rejects.toThrow('FLOW_EVENT_INVALID')
    expect(spans.named('flowmasters.publish')[0]?.status.message).toBe('FLOW_EVENT_INVALID')
  })
})
