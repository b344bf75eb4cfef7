import type { CollectionConfig } from 'payload'

import type { Scan } from '../../hooks/scans/scan.ts'
import { FlowError } from '../kernel/flowError.ts'

/**
 * A scan of a collection or for an event that does not exist would find nothing for ever; say so at the start.
 * Throws FLOW_SCAN_COLLECTION_UNKNOWN, FLOW_SCAN_EVENT_UNKNOWN.
 */
export function assertScannable(
  scan: Scan,
  collections: readonly CollectionConfig[],
  isKnownType: (type: string) => boolean,
): void {
  if (!collections.some(({ slug }) => slug === scan.collection)) {
    throw new FlowError({
      code: 'FLOW_SCAN_COLLECTION_UNKNOWN',
      message: `the scan "${scan.name}" looks at "${scan.collection}", which is no collection`,
      hint: `Known: ${collections.map(({ slug }) => slug).join(', ')}. Put flowMasters() last among the plugins.`,
    })
  }
  const unknown = scan.events.find((type) => !isKnownType(type))
  if (unknown === undefined) return
  throw new FlowError({
    code: 'FLOW_SCAN_EVENT_UNKNOWN',
    message: `the scan "${scan.name}" tells the unknown event "${unknown}"`,
    hint: 'Define it with defineEvent() and give it to flowMasters({ events: [...] }).',
  })
}
