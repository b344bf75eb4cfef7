import type { KeyRing } from '../../credentials/keyRing.ts'
import { secretContext } from '../../credentials/secretContext.ts'

/** A secret that was replaced and is still used beside the new one until `validUntil`. */
export type RetiredSecret = { field: string; sealed: string; validUntil: string }

/** A channel entry as it lies in the database. */
export type StoredEntry = { id: string; blockType: string } & Record<string, unknown>

const mostKept = 10

/**
 * The entry with a new secret in `field`. The old one, if there is one and the overlap is not zero, is kept as the
 * newest of the retired; those that are over, and more than ten, are dropped.
 */
export function rotatedEntry(input: {
  entry: StoredEntry
  field: string
  secret: string
  overlapMs: number
  keyRing: KeyRing
  now: number
}): { entry: StoredEntry; previousValidUntil: string | null } {
  const { entry, field, keyRing, now, overlapMs, secret } = input
  const stored = entry['retiredSecrets']
  const retired: RetiredSecret[] = Array.isArray(stored) ? stored : []
  const old = entry[field]
  const isKept = overlapMs > 0 && keyRing.isSealed(old)
  const validUntil = new Date(now + overlapMs).toISOString()
  const kept = [
    ...(isKept ? [{ field, sealed: old, validUntil }] : []),
    ...retired.filter((each) => Date.parse(each.validUntil) > now),
  ].slice(0, mostKept)
  return {
    entry: {
      ...entry,
      [field]: keyRing.encrypt(secret, secretContext(entry.id, field)),
      retiredSecrets: kept.length > 0 ? kept : null,
    },
    previousValidUntil: isKept ? validUntil : null,
  }
}
