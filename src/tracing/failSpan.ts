import { type Span, SpanStatusCode } from '@opentelemetry/api'

/** Says that a step failed. Codes only: what an error says in words may quote addresses or the document. */
export function failSpan(span: Span, code: string): void {
  span.setAttribute('error.type', code)
  span.setStatus({ code: SpanStatusCode.ERROR, message: code })
}
