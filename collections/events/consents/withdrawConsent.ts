import type { Payload } from 'payload'

import { consentBook } from '../../../src/consents/consentBook.ts'
import type { ConsentSubject } from '../../../src/consents/consent.ts'
import { inTransaction } from '../../../src/http/inTransaction.ts'
import { leaveNewsletter } from '../../marketing/newsletter/leaveNewsletter.ts'
import { nowOf } from '../../nowOf.ts'

/** Who says no, and through what. */
export type ConsentEnd = { subject: ConsentSubject; by: string; userId?: number | string }

/** Ends a consent, or keeps the refusal of somebody who never gave one, and the newsletter with it; once or often. */
export function withdrawConsent(
  payload: Payload,
  { by, subject, userId }: ConsentEnd,
): Promise<void> {
  return inTransaction(payload, async ({ req, sql }) => {
    // The subscriber first, as leaving by the newsletter's own link does: the two cannot wait for each other.
    if (subject.kind === 'marketing' && subject.channel === 'email') {
      await leaveNewsletter(payload, req, { who: { address: subject.address }, by })
    }
    const ending = { subject, by, at: nowOf(payload) }
    await consentBook(sql).refuse(userId === undefined ? ending : { ...ending, userId })
  })
}
