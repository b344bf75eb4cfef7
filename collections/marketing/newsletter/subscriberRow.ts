import type { Payload, PayloadRequest } from 'payload'

import { documentIdOf } from '../../documentIdOf.ts'

/** What the endpoints need of a subscriber. */
export type SubscriberRow = {
  id: number | string
  email: string
  name?: string | null
  status: string
  locale?: string | null
  confirmationNonce?: string | null
}

/** The subscriber with this id, as stored; `undefined` when there is none any more. */
export async function subscriberRow(
  payload: Payload,
  id: string,
  req?: Pick<PayloadRequest, 'transactionID'>,
): Promise<SubscriberRow | undefined> {
  const rowId = documentIdOf(payload, 'newsletter-subscribers', id)
  if (rowId === undefined) return undefined
  const row = await payload.db.findOne<SubscriberRow>({
    collection: 'newsletter-subscribers',
    where: { id: { equals: rowId } },
    ...(req ? { req } : {}),
  })
  return row ?? undefined
}
