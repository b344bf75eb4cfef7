import { type Clock, systemClock } from '../../src/kernel/clock.ts'
import type { PayloadRequest } from 'payload'

type ActiveUser = { id: number | string }

/**
 * A hook for `afterLogin` and `afterRefresh` that notes when the user was last seen. Written below the
 * hooks, and without touching `updatedAt`, because being seen is not an edit of the profile.
 */
export function recordActivity(clock: Clock = systemClock) {
  return async ({ req, user }: { req: PayloadRequest; user?: ActiveUser | null }) => {
    const id = user?.id ?? req.user?.id
    if (id === undefined) return
    await req.payload.db.updateOne({
      collection: 'users',
      id,
      data: { lastActiveAt: new Date(clock.now()).toISOString(), updatedAt: null },
      req,
      returning: false,
    })
  }
}
