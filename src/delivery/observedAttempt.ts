import type { AttemptResult } from './attemptResult.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'

/** A try that has come to an end, for those who watch: logs, metrics, traces. */
export type ObservedAttempt = {
  claim: ClaimedDelivery
  result: AttemptResult
  /** False: the lease was lost, the result counts for nothing. */
  isAccepted: boolean
  /** How long after its due time the try began, milliseconds; null when that is not known. */
  dueLagMs: number | null
}
