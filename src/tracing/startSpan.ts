import { type Attributes, type Context, type Span, SpanKind, trace } from '@opentelemetry/api'

/** A step of an event's way. */
export type SpanName = 'publish' | 'fan-out' | 'deliver' | 'attempt'

/** Who hands the event to whom, in the words of OpenTelemetry. */
const kinds: Record<SpanName, SpanKind> = {
  publish: SpanKind.PRODUCER,
  'fan-out': SpanKind.CONSUMER,
  deliver: SpanKind.CONSUMER,
  attempt: SpanKind.CLIENT,
}

/** Finds the site's SDK whenever it is registered, also after this module was loaded. Without one its spans are empty. */
const tracer = trace.getTracer('flowmasters')

/** Begins a step: below `parent`, or below what this process is doing. Whoever begins it ends it with `endSpan`. */
export function startSpan(name: SpanName, attributes: Attributes, parent?: Context): Span {
  return tracer.startSpan(`flowmasters.${name}`, { kind: kinds[name], attributes }, parent)
}
