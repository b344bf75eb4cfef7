import { isDeepStrictEqual } from 'node:util'

import type { JsonObject } from '../../src/kernel/json.ts'

/** Bookkeeping of Payload's own: its change alone is no change. */
const bookkeeping = new Set(['updatedAt', 'createdAt', 'id'])

/** Names of the top-level fields that differ; null and absent are the same. */
export function changedFields(previous: JsonObject | null, current: JsonObject): string[] {
  if (!previous) return []
  const names = new Set([...Object.keys(previous), ...Object.keys(current)])
  return [...names].filter(
    (name) =>
      !bookkeeping.has(name) && !isDeepStrictEqual(previous[name] ?? null, current[name] ?? null),
  )
}
