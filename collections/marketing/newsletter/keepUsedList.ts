import { APIError, type CollectionBeforeDeleteHook } from 'payload'

import { executeSql } from '../../executeSql.ts'
import { textFor } from '../../textFor.ts'

/**
 * A list that a waiting campaign is meant for cannot be deleted (409): without its list the campaign would have no
 * filter left, and go to everybody.
 */
export const keepUsedList: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const rows = await executeSql(
    req,
    `select c.title from email_campaigns c join email_campaigns_rels r on r.parent_id = c.id
     where r.path = 'audience.lists' and r.newsletter_lists_id = $1
       and c.status in ('draft', 'scheduled') limit 1`,
    [id],
  )
  const used = rows?.[0]
  if (!used) return
  const title = String(used['title'])
  throw new APIError(
    textFor(req, {
      en: `The list is needed by the campaign "${title}". Change or cancel that one first.`,
      ru: `Список нужен кампании «${title}». Сначала измените её или отмените.`,
    }),
    409,
    null,
    true,
  )
}
