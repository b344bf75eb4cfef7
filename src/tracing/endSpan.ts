import type { Span } from '@opentelemetry/api'

import { failSpan } from './failSpan.ts'

/** Ends a step; with a code it failed. */
export function endSpan(span: Span, errorCode?: string): void {
  if (errorCode !== undefined) failSpan(span, errorCode)
  span.end()
}
