import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'

/** Port to the engine's bookkeeping; the SQL lives in `src/outbox`. */
export type SubscriptionRevision = {
  /** Raises the revision in the request's transaction and wakes the routers when it commits. */
  raise: (req: PayloadRequest) => Promise<void>
  /** Time by the database clock, the one events are stamped with. */
  now: (req: PayloadRequest) => Promise<string>
}

/** Every process must see a saved subscription before the next event is routed. */
export function raiseRevision(revision: SubscriptionRevision): {
  afterChange: CollectionAfterChangeHook
  afterDelete: CollectionAfterDeleteHook
} {
  return {
    afterChange: async ({ doc, req }) => {
      await revision.raise(req)
      return doc
    },
    afterDelete: async ({ doc, req }) => {
      await revision.raise(req)
      return doc
    },
  }
}
