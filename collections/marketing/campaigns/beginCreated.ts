import type { CollectionAfterChangeHook } from 'payload'

import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { nowOf } from '../../nowOf.ts'
import { audienceOf } from './audienceOf.ts'
import { fixRecipients } from './fixRecipients.ts'

/**
 * A campaign created in the status `sending` gets its recipients here, because before the insert it had no id. The
 * row is asked, not the document: that one leaves out what the caller did not select.
 */
export const beginCreated: CollectionAfterChangeHook = async ({ data, doc, operation, req }) => {
  if (operation !== 'create') return doc
  const sql = await sqlOfRequest(req.payload, req)
  const at = nowOf(req.payload)
  const { rowCount } = await sql.query(
    `update email_campaigns set audience_fixed_at = $2
     where id = $1 and status = 'sending' and audience_fixed_at is null`,
    [doc.id, at],
  )
  if (rowCount === 0) return doc
  const audience = audienceOf(data['audience'])
  const recipients = await fixRecipients(sql, { campaignId: doc.id, audience, at })
  await sql.query('update email_campaigns set recipients_count = $2 where id = $1', [
    doc.id,
    recipients,
  ])
  return { ...doc, recipientsCount: recipients, audienceFixedAt: at }
}
