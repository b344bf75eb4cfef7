import type { Payload } from 'payload'

import type { FlowRuntime } from './flowRuntime.ts'
import { RUNTIME_KEY } from './getRuntime.ts'

/** The engine of a Payload instance, or `undefined` where it runs without one (`disabled: true`, scripts). */
export function findRuntime(payload: Pick<Payload, 'config'>): FlowRuntime | undefined {
  return payload.config.custom?.[RUNTIME_KEY]
}
