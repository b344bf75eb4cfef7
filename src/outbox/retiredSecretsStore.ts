import type { Payload } from 'payload'

import { changeChannelEntries, type StoredEntry } from './channelEntriesStore.ts'

type RetiredSecret = { validUntil: string }

/**
 * Deletes secrets whose overlap is over. They are no longer used for signing from that moment on; this only takes
 * them out of the database. Returns how many were deleted.
 */
export async function deleteExpiredSecrets(payload: Payload, now: number): Promise<number> {
  const { docs } = await payload.db.find<{ id: number | string; channels?: StoredEntry[] | null }>({
    collection: 'event-subscriptions',
    pagination: false,
    limit: 0,
  })
  let deleted = 0
  for (const { channels, id } of docs) {
    if ((channels ?? []).every((entry) => expiredIn(entry, now) === 0)) continue
    await changeChannelEntries(payload, id, (entries) => {
      deleted += entries.reduce((sum, entry) => sum + expiredIn(entry, now), 0)
      return entries.map((entry) => withoutExpired(entry, now))
    })
  }
  return deleted
}

function expiredIn(entry: StoredEntry, now: number): number {
  return retiredOf(entry).filter((secret) => Date.parse(secret.validUntil) <= now).length
}

function withoutExpired(entry: StoredEntry, now: number): StoredEntry {
  const valid = retiredOf(entry).filter((secret) => Date.parse(secret.validUntil) > now)
  return { ...entry, retiredSecrets: valid.length > 0 ? valid : null }
}

function retiredOf(entry: StoredEntry): RetiredSecret[] {
  const retired = entry['retiredSecrets']
  return Array.isArray(retired) ? retired : []
}
