import type { CollectionConfig } from 'payload'

import type { Tracking } from '../../hooks/rules/track.ts'
import { FlowError } from '../kernel/flowError.ts'

/**
 * A rule on a collection or an event that does not exist would never fire; say so at the start.
 * Throws FLOW_TRACKING_COLLECTION_UNKNOWN, FLOW_TRACKING_EVENT_UNKNOWN.
 */
export function assertTrackable(
  tracked: Tracking,
  collections: readonly CollectionConfig[],
  isKnownType: (type: string) => boolean,
): void {
  if (!collections.some((collection) => collection.slug === tracked.collection)) {
    throw new FlowError({
      code: 'FLOW_TRACKING_COLLECTION_UNKNOWN',
      message: `there is no collection "${tracked.collection}" to track`,
      hint: `Known: ${collections.map(({ slug }) => slug).join(', ')}. Put flowMasters() last among the plugins.`,
    })
  }
  for (const type of Object.keys(tracked.rules)) {
    if (isKnownType(type)) continue
    throw new FlowError({
      code: 'FLOW_TRACKING_EVENT_UNKNOWN',
      message: `the rules of "${tracked.collection}" name the unknown event "${type}"`,
      hint: 'Define it with defineEvent() and give it to flowMasters({ events: [...] }).',
    })
  }
}
