import type { Payload, PayloadRequest } from 'payload'

import { normalAddress } from '../../../src/channels/normalAddress.ts'
import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'

/** Whose subscription ends; `addressHash` where the address itself was never stored. */
export type Leaving = { address: string } | { addressHash: string }

const byAddress = 'email = $1'
/** The hash that records of consents keep of an e-mail address. */
const byHash = `encode(sha256(convert_to('email' || chr(10) || lower(email), 'UTF8')), 'hex') = $1`

/**
 * Somebody who wants no marketing by e-mail any more is no subscriber either; `newsletter.unsubscribed` tells of it. Does
 * nothing for strangers, and on a site without the newsletter.
 */
export async function leaveNewsletter(
  payload: Payload,
  req: Pick<PayloadRequest, 'transactionID'>,
  { by, who }: { who: Leaving; by: string },
): Promise<void> {
  if (!payload.collections['newsletter-subscribers']) return
  const sql = await sqlOfRequest(payload, req)
  const isKnown = 'address' in who
  const { rows } = await sql.query<{ id: number | string }>(
    `SELECT id FROM newsletter_subscribers
     WHERE ${isKnown ? byAddress : byHash} AND status IN ('pending', 'subscribed') FOR UPDATE`,
    [isKnown ? normalAddress(who.address) : who.addressHash],
  )
  for (const { id } of rows) {
    await payload.update({
      collection: 'newsletter-subscribers',
      id,
      data: { status: 'unsubscribed' },
      depth: 0,
      context: { withdrawnBy: by },
      req,
    })
  }
}
