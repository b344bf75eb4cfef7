import type { EngineReason } from '../delivery-log/engineReasons.ts'
import type { Logger } from '../kernel/logger.ts'
import type { AttemptTools, DeliverableEntry } from './attemptDelivery.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'

/** What a try must know of a delivery's subscription. */
export type DeliverySettings =
  | { entry: DeliverableEntry; retryDelaysMs: readonly number[] | null }
  | { cancelledBecause: EngineReason }
  /** Not now: paused, at its limit, its receiver at rest. It goes back to its lane, and the try is not one. */
  | { mustWait: true }

/** What a try is made with. */
export type TryOptions = {
  tools: AttemptTools
  /** Bound on one try, milliseconds; longer than any channel's own. */
  attemptTimeoutMs: number
  /** Writes down that a suspect's try begins; false: the lease was lost, do not begin. */
  strike: (claim: ClaimedDelivery) => Promise<boolean>
  settingsOf: (claim: ClaimedDelivery) => Promise<DeliverySettings>
  logger: Logger
  random: () => number
}
