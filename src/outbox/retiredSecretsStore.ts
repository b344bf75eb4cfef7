import type { Payload } from 'payload'

type RetiredSecret = { validUntil: string }
type StoredEntry = { id: string; retiredSecrets?: RetiredSecret[] | null } & Record<string, unknown>
type StoredSubscription = { id: number | string; channels?: StoredEntry[] | null }

/**
 * Deletes secrets whose overlap is over. They are no longer used for signing from that moment on; this only takes
 * them out of the database. Returns how many were deleted.
 */
export async function deleteExpiredSecrets(payload: Payload, now: number): Promise<number> {
  const { docs } = await payload.db.find<StoredSubscription>({
    collection: 'event-subscriptions',
    pagination: false,
    limit: 0,
  })
  let deleted = 0
  for (const { channels, id } of docs) {
    let expired = 0
    const kept = (channels ?? []).map((entry) => {
      const retired = entry.retiredSecrets ?? []
      const valid = retired.filter((secret) => Date.parse(secret.validUntil) > now)
      expired += retired.length - valid.length
      return { ...entry, retiredSecrets: valid.length > 0 ? valid : null }
    })
    if (expired === 0) continue
    deleted += expired
    await payload.db.updateOne({
      collection: 'event-subscriptions',
      id,
      data: { channels: kept },
      returning: false,
    })
  }
  return deleted
}
