import type { SaidReason } from '../channels/createReasons.ts'
import type { Reason } from '../channels/reason.ts'

/** Remarks as the note of a delivered attempt; nothing when there are none. */
export function noteOf(remarks: readonly SaidReason[]): { note?: string; reasons?: Reason[] } {
  if (remarks.length === 0) return {}
  return {
    note: remarks.map(({ reason }) => reason).join('; '),
    reasons: remarks.flatMap(({ reasons }) => reasons),
  }
}
