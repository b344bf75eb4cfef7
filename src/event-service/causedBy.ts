import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import type { EventMetaInput } from './eventMetaInput.ts'

/**
 * Meta for an event that another one led to: keeps the chain countable, so that loops are cut.
 * `publish(pointsEarned, data, { meta: causedBy(event) })`
 */
export function causedBy(event: Pick<FlowEvent<string, unknown>, 'id' | 'meta'>): EventMetaInput {
  return { causationId: event.id, hop: event.meta.hop + 1 }
}
