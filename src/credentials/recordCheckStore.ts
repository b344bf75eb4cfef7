import type { Payload } from 'payload'

import { lockRow } from '../database/lockRowStore.ts'
import { CREDENTIALS } from './credentialStore.ts'
import type { CredentialCheck } from './storedCredential.ts'

/** Keeps what a check said, past hooks and access. Payload writes the whole group and nothing else of the row. */
export async function recordCheck(
  payload: Payload,
  id: number | string,
  lastCheck: CredentialCheck,
): Promise<void> {
  const transactionID = await payload.db.beginTransaction()
  const req = transactionID === null ? {} : { transactionID }
  try {
    // A person's save under way reads the group under this lock and would write the old one back.
    await lockRow({ payload, req, collection: CREDENTIALS, id })
    await payload.db.updateOne({
      collection: CREDENTIALS,
      id,
      data: { lastCheck },
      req,
      returning: false,
    })
    if (transactionID !== null) await payload.db.commitTransaction(transactionID)
  } catch (error) {
    if (transactionID !== null) await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}
