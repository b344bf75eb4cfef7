import type { CollectionBeforeDeleteHook } from 'payload'

import { executeSql } from '../../executeSql.ts'

/** A deleted person's address leaves the records of old campaigns too; their numbers stay. */
export const eraseAddress: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await executeSql(req, 'update campaign_recipients set email = null where subscriber_id = $1', [
    id,
  ])
}
