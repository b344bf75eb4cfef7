import type { CollectionBeforeDeleteHook } from 'payload'

import { executeSql } from '../../executeSql.ts'

/** The list of who got a campaign goes with the campaign. */
export const forgetRecipients: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await executeSql(req, 'delete from campaign_recipients where campaign_id = $1', [id])
}
