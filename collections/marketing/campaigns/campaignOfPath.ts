import type { PayloadRequest } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'
import { refusal } from '../../refusal.ts'

/** The campaign an address names: its id and status. Throws FLOW_CAMPAIGN_NOT_FOUND (404). */
export async function campaignOfPath(
  req: PayloadRequest,
  text: string,
): Promise<{ id: number | string; status: string }> {
  const id = documentIdOf(req.payload, 'email-campaigns', text)
  const found =
    id === undefined
      ? null
      : await req.payload.db.findOne<{ id: number | string; status: string }>({
          collection: 'email-campaigns',
          where: { id: { equals: id } },
        })
  if (found) return { id: found.id, status: found.status }
  throw refusal(req, {
    code: 'FLOW_CAMPAIGN_NOT_FOUND',
    message: 'there is no such campaign',
    status: 404,
    ru: { message: 'такой кампании нет' },
  })
}
