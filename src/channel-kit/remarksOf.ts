import type { SaidReason } from '../channels/createReasons.ts'
import type { Reason } from '../channels/reason.ts'

/** What a delivered attempt adds when something is to be said about it; nothing when there is nothing to say. */
export function remarksOf(remarks: readonly SaidReason[]): {
  note?: string
  reasons?: readonly Reason[]
} {
  if (remarks.length === 0) return {}
  return {
    note: remarks.map(({ reason }) => reason).join('; '),
    reasons: remarks.flatMap(({ reasons }) => reasons),
  }
}
