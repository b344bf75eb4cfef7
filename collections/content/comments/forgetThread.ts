import type { CollectionBeforeDeleteHook } from 'payload'

import { executeSql } from '../../executeSql.ts'

/** The likes of a comment go with it; answers to it stay and stand for themselves. */
export const forgetThread: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await executeSql(req, 'delete from comment_likes where comment_id = $1', [id])
}
