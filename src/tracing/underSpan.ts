import { context, isSpanContextValid, type Span, trace } from '@opentelemetry/api'

/** Runs `work` as part of the step, so that what it begins, and what the site's SDK sees of it, stands below. */
export function underSpan<Result>(span: Span, work: () => Promise<Result>): Promise<Result> {
  // Without an SDK there is nothing to stand below.
  if (!isSpanContextValid(span.spanContext())) return work()
  return context.with(trace.setSpan(context.active(), span), work)
}
