import type { PayloadRequest } from 'payload'

import { lockRow } from '../src/database/lockRowStore.ts'

/**
 * Locks a document that is about to go until the transaction ends: whoever wants to refer to it has to wait, so that what
 * a `beforeDelete` hook counts stays counted.
 */
export async function lockForDeletion(
  req: PayloadRequest,
  collection: string,
  id: number | string,
): Promise<void> {
  const { payload } = req
  if (payload.db.name !== 'postgres') return
  await lockRow({ payload, req, collection, id, forDeletion: true })
}
