import type { Payload } from 'payload'

import { clockOf } from '../src/runtime/clockOf.ts'

/** The time by the engine's clock (the machine's own on a site without the engine), ISO 8601 in UTC. */
export function nowOf(payload: Pick<Payload, 'config'>): string {
  return new Date(clockOf(payload).now()).toISOString()
}
