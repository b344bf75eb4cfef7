import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import type { StoredChannelEntry } from './storedChannels.ts'

/** Port to the health of receivers; the SQL lives in `src/receiver-health`. */
export type ReceiverReset = {
  forget: (
    req: PayloadRequest,
    receivers: { subscriptionId: string; entries?: readonly string[] },
  ) => Promise<void>
}

/** A channel that a person switches on again starts with a clean slate; one that is gone leaves nothing behind. */
export function resetReceivers(health: ReceiverReset): {
  afterChange: CollectionAfterChangeHook
  afterDelete: CollectionAfterDeleteHook
} {
  return {
    afterChange: async ({ doc, operation, previousDoc, req }) => {
      if (operation !== 'update') return doc
      const now = new Map(entriesOf(doc).map((entry) => [entry.id, entry]))
      const entries = entriesOf(previousDoc)
        .filter(({ id, isDisabled }) => {
          const entry = now.get(id)
          return !entry || (isDisabled === true && entry['isDisabled'] !== true)
        })
        .map(({ id }) => id)
      if (entries.length > 0) await health.forget(req, { subscriptionId: String(doc.id), entries })
      return doc
    },
    afterDelete: async ({ doc, id, req }) => {
      await health.forget(req, { subscriptionId: String(id) })
      return doc
    },
  }
}

function entriesOf(
  doc: { channels?: StoredChannelEntry[] | null } | undefined,
): StoredChannelEntry[] {
  return doc?.channels ?? []
}
