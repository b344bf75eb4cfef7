import { contextOfBody } from '../tracing/contextOfBody.ts'
import { endSpan } from '../tracing/endSpan.ts'
import { errorCode } from '../tracing/errorCode.ts'
import { eventAttributes } from '../tracing/eventAttributes.ts'
import type { FlowSpan } from '../tracing/flowSpan.ts'
import { startSpan } from '../tracing/startSpan.ts'

/** The steps `fan-out` of one round, each in the trace of its own event; they end together, with the transaction. */
export type RouteSpans = {
  begin: (event: { id: string; type: string; body: string }) => FlowSpan
  /** With the error that rolled all of them back, if one did. */
  end: (error?: unknown) => void
}

/** For one round. */
export function createRouteSpans(): RouteSpans {
  const spans: FlowSpan[] = []
  return {
    begin: ({ body, id, type }) => {
      const span = startSpan(
        'fan-out',
        eventAttributes('fan-out', { id, type }),
        contextOfBody(body),
      )
      spans.push(span)
      return span
    },
    end: (error) => {
      const code = error === undefined ? undefined : errorCode(error)
      for (const span of spans.splice(0)) endSpan(span, code)
    },
  }
}
