import type { PayloadRequest } from 'payload'

import { lockStoredValue } from '../../lockStoredValue.ts'

/** A channel entry of a subscription as it lies in the database: secrets sealed. */
export type StoredChannelEntry = { id: string; blockType: string } & Record<string, unknown>

/**
 * Reads the entries of a saved subscription without hooks, so that sealed secrets come as they are, and holds the row until
 * the save ends: a secret that is being rotated at the same time must not come back.
 */
export async function lockStoredChannels(
  req: PayloadRequest,
  collection: string,
  id: number | string,
): Promise<StoredChannelEntry[]> {
  await lockStoredValue({ req, collection, id, field: 'name' })
  const row = await req.payload.db.findOne<{
    id: number | string
    channels?: StoredChannelEntry[]
  }>({
    collection,
    where: { id: { equals: id } },
    req,
  })
  return row?.channels ?? []
}
