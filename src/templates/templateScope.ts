import type { FlowEvent } from '../event-catalogue/flowEvent.ts'
import type { JsonObject } from '../kernel/json.ts'

/** What a template sees: `id`, `type`, `version`, `timestamp`, `data`, `meta`, and all of it again as `event`. */
export function templateScope(event: FlowEvent<string, unknown>): JsonObject {
  const { id, type, version, timestamp, meta } = event
  // An event was read from its stored JSON text, so its data is JSON whatever its type says.
  const envelope: JsonObject = {
    id,
    type,
    version,
    timestamp,
    data: event.data as JsonObject,
    meta,
  }
  return { ...envelope, event: envelope }
}
