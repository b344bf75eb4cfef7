import type { PayloadRequest } from 'payload'

import type { Emit } from '../../hooks/capture/emitter.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'

/** Writes what hooks and scans found into the event log, in the transaction of their request. */
export function createEmit({ catalogue, events }: FlowRuntime): Emit {
  return async (emissions, req: PayloadRequest) => {
    const captured = emissions.map(({ data, meta, type }) => ({
      definition: catalogue.get(type),
      data,
      meta,
    }))
    await events.capture(captured, { req })
  }
}
