import { describe, expect, test } from '@jest/globals'
import { ROOT_CONTEXT, trace } from '@opentelemetry/api'
import { buildEvent } from '../../../src/event-service/buildEvent.ts'
import { orderPaid } from '../../../src/index.ts'
import { contextOfBody } from '../../../src/tracing/contextOfBody.ts'

const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`
const bodyOf = (
  sequence: number | null,
  rest: Partial<Parameters<typeof buildEvent>[0]> = {},
): string => {
  const data = { current: { id: 1 } }
  const row = buildEvent({ definition: orderPaid, data, now: 0, ...rest })
  return `${row.bodyHead}${sequence}${row.bodyTail}`
}

describe('where the trace of an event goes on', () => {
  test.each([12, null, 999_999_999])('the stored text carries it, number %s', (sequence) => {
    const body = bodyOf(sequence, { traceparent })
    expect(JSON.parse(body).meta).toMatchObject({ traceparent, sequence })
    expect(trace.getSpanContext(contextOfBody(body))).toEqual({
      traceId: 'a'.repeat(32),
      spanId: 'b'.repeat(16),
      traceFlags: 1,
      isRemote: true,
    })
  })

  test('a write that was not sampled stays so', () => {
    const body = bodyOf(1, { traceparent: traceparent.replace(/01$/, '00') })
    expect(trace.getSpanContext(contextOfBody(body))?.traceFlags).toBe(0)
  })

  test('an event that was not traced begins a trace of its own', () => {
    expect(bodyOf(1)).not.toContain('traceparent')
    expect(contextOfBody(bodyOf(1))).toBe(ROOT_CONTEXT)
  })

  test('a document and a publisher cannot pass for it', () => {
    const forged = `,"traceparent":"${traceparent}","sequence":1}}`
    const data = { current: { id: 1, note: forged, mine: { id: 1, traceparent, sequence: 1 } } }
    const meta = { traceparent, locale: forged, causationId: forged } as object
    expect(contextOfBody(bodyOf(1, { data, meta }))).toBe(ROOT_CONTEXT)
    expect(JSON.parse(bodyOf(1, { meta })).meta.traceparent).toBeUndefined()
  })
})
