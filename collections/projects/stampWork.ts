import type { CollectionBeforeChangeHook } from 'payload'

import { nowOf } from '../nowOf.ts'

type StampWorkOptions = {
  /** Statuses in which work has begun. */
  begun: readonly string[]
  /** The status that ends it. */
  completed: string
}

/**
 * A `beforeChange` hook that notes when work began, once, and when it was completed; work that is taken up again is
 * not completed. Put it behind `keepStored`: it looks at the stored dates. A date that code brought along is kept.
 */
export function stampWork({ begun, completed }: StampWorkOptions): CollectionBeforeChangeHook {
  return ({ data, req }) => {
    const now = nowOf(req.payload)
    const status: unknown = data['status']
    const isCompleted = status === completed
    const hasBegun = isCompleted || begun.some((each) => each === status)
    return {
      ...data,
      startedAt: data['startedAt'] ?? (hasBegun ? now : null),
      completedAt: isCompleted ? (data['completedAt'] ?? now) : null,
    }
  }
}
