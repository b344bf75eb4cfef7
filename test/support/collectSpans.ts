import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'

/** Spans that have ended, in the order of their ends. */
export type CollectedSpans = {
  all: () => ReadableSpan[]
  named: (name: string) => ReadableSpan[]
  forget: () => void
}

/** Does what a site does that traces: registers an SDK for this process. From then on everything is recorded. */
export function collectSpans(): CollectedSpans {
  const exporter = new InMemorySpanExporter()
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  )
  const all = (): ReadableSpan[] => exporter.getFinishedSpans()
  return {
    all,
    named: (name) => all().filter((span) => span.name === name),
    forget: () => exporter.reset(),
  }
}
