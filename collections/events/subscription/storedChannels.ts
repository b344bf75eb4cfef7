import type { PayloadRequest } from 'payload'

/** A channel entry of a subscription as it lies in the database: secrets sealed. */
export type StoredChannelEntry = { id: string; blockType: string } & Record<string, unknown>

/** Reads the entries of a saved subscription without hooks, so that sealed secrets come as they are. */
export async function readStoredChannels(
  req: PayloadRequest,
  collection: string,
  id: number | string,
): Promise<StoredChannelEntry[]> {
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
