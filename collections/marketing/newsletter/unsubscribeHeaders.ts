import type { Payload } from 'payload'

import { subscriberLinks } from './subscriberLinks.ts'
import { oneClickHeaders } from '../../../src/consents/oneClickHeaders.ts'

/** Whom a letter goes to; `recipientId` when it belongs to a campaign. */
export type LetterReader = { id: number | string; recipientId?: number | string }

/**
 * Unsubscribing in one click. Every letter to a subscriber carries these headers; mail providers refuse bulk mail
 * without.
 */
export function unsubscribeHeaders(
  payload: Pick<Payload, 'config' | 'secret'>,
  { id, recipientId }: LetterReader,
): ReturnType<typeof oneClickHeaders> {
  const link = subscriberLinks.unsubscribe(payload, {
    subscriberId: String(id),
    recipientId: recipientId === undefined ? undefined : String(recipientId),
  })
  return oneClickHeaders(link)
}
