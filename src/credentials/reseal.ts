import type { KeyRing } from './keyRing.ts'

/** What a record came to: the values that changed, and how many of its secrets were sealed with an older key. */
export type Resealed = { changed: Record<string, string>; count: number }

/**
 * The sealed values of a record, sealed again with the key that writes; what that key has sealed already, and what is no
 * secret, is left out. Throws FLOW_SECRET_KEY_UNKNOWN or FLOW_SECRET_DAMAGED.
 */
export function reseal(
  record: Readonly<Record<string, unknown>>,
  contextOf: (field: string) => string,
  keyRing: KeyRing,
): Resealed {
  const changed: Record<string, string> = {}
  for (const [field, value] of Object.entries(record)) {
    if (!keyRing.isSealed(value) || keyRing.isNewest(value)) continue
    const context = contextOf(field)
    changed[field] = keyRing.encrypt(keyRing.decrypt(value, context), context)
  }
  return { changed, count: Object.keys(changed).length }
}
