import type { Payload } from 'payload'

import { type Clock, systemClock } from '../kernel/clock.ts'
import { findRuntime } from './findRuntime.ts'

/** The engine's clock; the machine's own where Payload runs without the engine. */
export function clockOf(payload: Pick<Payload, 'config'>): Clock {
  return findRuntime(payload)?.clock ?? systemClock
}
