import type { Span } from '@opentelemetry/api'

/** A step of an event's way, as the SDK of the site has it. */
export type FlowSpan = Span
