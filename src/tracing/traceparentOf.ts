import { isSpanContextValid, type Span } from '@opentelemetry/api'

/**
 * The step as the W3C header `traceparent` would name it, whatever format the site sends to others; undefined without
 * an SDK. The site's `tracestate` is left out: it is between its own services, and events go to strangers.
 */
export function traceparentOf(span: Span): string | undefined {
  const spanContext = span.spanContext()
  if (!isSpanContextValid(spanContext)) return undefined
  const { spanId, traceFlags, traceId } = spanContext
  return `00-${traceId}-${spanId}-${(traceFlags & 1).toString().padStart(2, '0')}`
}
