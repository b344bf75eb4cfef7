import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'

import { consentBook } from '../../../src/consents/consentBook.ts'
import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { nowOf } from '../../nowOf.ts'

type Subscriber = {
  email: string
  status: string
  consent?: { text?: string | null; ip?: string | null } | null
  user?: { id: number | string } | number | string | null
}

/**
 * To be subscribed is to agree to marketing by e-mail: a record of the consent is written when somebody becomes a
 * subscriber, and stamped when they stop being one or their address changes. In the save's own transaction.
 */
export const recordConsent: CollectionAfterChangeHook = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const before = operation === 'update' ? subscribedAddress(previousDoc) : undefined
  const after = subscribedAddress(doc)
  if (before === after) return
  const { withdrawnBy } = context
  const by = typeof withdrawnBy === 'string' ? withdrawnBy : 'newsletter'
  if (before !== undefined) await withdraw(req, before, by)
  if (after !== undefined) await give(req, doc)
}

/** A subscriber that is deleted gets no letters; the history of the consent stays, without the address. */
export const endConsent: CollectionAfterDeleteHook = async ({ doc, req }) => {
  const address = subscribedAddress(doc)
  if (address !== undefined) await withdraw(req, address, 'newsletter')
}

function subscribedAddress({ email, status }: Subscriber): string | undefined {
  return status === 'subscribed' ? email : undefined
}

const subjectOf = (address: string) => ({ kind: 'marketing' as const, channel: 'email', address })

async function give(req: PayloadRequest, { consent, email, user }: Subscriber): Promise<void> {
  const book = await bookOf(req)
  await book?.give({
    ...subjectOf(email),
    text: consent?.text ?? null,
    network: consent?.ip ?? null,
    userId: typeof user === 'object' ? (user?.id ?? null) : (user ?? null),
    source: 'newsletter',
    at: nowOf(req.payload),
  })
}

async function withdraw(req: PayloadRequest, address: string, by: string): Promise<void> {
  const book = await bookOf(req)
  await book?.withdraw({ subject: subjectOf(address), by, at: nowOf(req.payload) })
}

/** Undefined on a site that has these collections without the engine. */
async function bookOf({ payload, transactionID }: PayloadRequest) {
  if (!payload.collections['consents']) return undefined
  return consentBook(await sqlOfRequest(payload, transactionID ? { transactionID } : {}))
}
