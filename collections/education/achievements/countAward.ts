import type { CollectionBeforeChangeHook } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'

/**
 * Writes into a new award which one of the user's it is, and whether that number is a milestone. Awards to one user take
 * turns (`refuseSecondAward`), so each number is given once.
 */
export function countAward(milestones: readonly number[]): CollectionBeforeChangeHook {
  return async ({ collection, data, operation, req }) => {
    const user = documentIdOf(req.payload, 'users', data['user'])
    if (operation !== 'create' || user === undefined) return data
    const { totalDocs } = await req.payload.db.count({
      collection: collection.slug,
      where: { user: { equals: user } },
      req,
    })
    const number = totalDocs + 1
    return { ...data, number, milestoneReached: milestones.includes(number) ? number : null }
  }
}
