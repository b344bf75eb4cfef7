import type { Payload } from 'payload'

import { subscriberLinks } from './subscriberLinks.ts'

/** Whom a letter goes to; `recipientId` when it belongs to a campaign. */
export type LetterReader = { id: number | string; recipientId?: number | string }

/**
 * Headers that let a mail program offer "unsubscribe" by itself, in one click (RFC 2369 and 8058). Every letter to a
 * subscriber carries them; mail providers refuse bulk mail without.
 */
export function unsubscribeHeaders(
  payload: Pick<Payload, 'config' | 'secret'>,
  { id, recipientId }: LetterReader,
): { 'List-Unsubscribe': string; 'List-Unsubscribe-Post': string } {
  const link = subscriberLinks.unsubscribe(payload, {
    subscriberId: String(id),
    recipientId: recipientId === undefined ? undefined : String(recipientId),
  })
  return {
    'List-Unsubscribe': `<${link}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}
