import { type Context, ROOT_CONTEXT, trace } from '@opentelemetry/api'

/** Written last in `meta`, before the number: see `buildEvent`. So nothing in a document can pass for it. */
const atTheEnd =
  /,"traceparent":"00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})","sequence":(?:null|\d+)\}\}$/
const LONGEST = 120

/**
 * Where the trace of an event's write goes on, in whatever process; a beginning when the write was not traced. Looks at the
 * end of the stored text only: it is asked for every event and every delivery, and parsing would cost more than the rest.
 */
export function contextOfBody(body: string): Context {
  const found = atTheEnd.exec(body.slice(-LONGEST))
  if (!found) return ROOT_CONTEXT
  const [, traceId = '', spanId = '', flags = ''] = found
  const traceFlags = Number.parseInt(flags, 16)
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
}
