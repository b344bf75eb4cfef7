import { endSpan } from '../tracing/endSpan.ts'
import { errorCode } from '../tracing/errorCode.ts'
import { eventAttributes } from '../tracing/eventAttributes.ts'
import { startSpan } from '../tracing/startSpan.ts'
import { traceparentOf } from '../tracing/traceparentOf.ts'
import { type BuildEventOptions, buildEvent } from './buildEvent.ts'
import type { EventRow, WrittenEvent } from './eventWriter.ts'

/**
 * Builds and writes events, each a step of the trace it is written in. The event carries the step with it, so that a
 * worker anywhere goes on from there. That the transaction commits is not part of it.
 */
export async function writeTraced(
  events: readonly BuildEventOptions[],
  write: (rows: EventRow[]) => Promise<WrittenEvent[]>,
): Promise<WrittenEvent[]> {
  const spans = events.map(({ definition: { type } }) =>
    startSpan('publish', eventAttributes('publish', { type })),
  )
  let failure: string | undefined
  try {
    const rows = events.map((event, index) => {
      const span = spans[index]
      const row = buildEvent({ ...event, traceparent: span && traceparentOf(span) })
      span?.setAttribute('messaging.message.id', row.id)
      return row
    })
    return await write(rows)
  } catch (error) {
    failure = errorCode(error)
    throw error
  } finally {
    for (const span of spans) endSpan(span, failure)
  }
}
