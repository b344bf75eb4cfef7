import type { Reason } from '../channels/reason.ts'

/** How one channel entry of one subscription has been doing. Times are milliseconds since the Unix epoch. */
export type ReceiverState = {
  /** Failed tries in a row. */
  failures: number
  /** The first failure since the last success. */
  failingSince: number | null
  /** Since when failures have followed each other without a long silence; see `judgeResult`. */
  provenSince: number | null
  lastSuccessAt: number | null
  lastFailureAt: number | null
  lastCode: string | null
  lastReason: string | null
  /** The reason for readers of other languages. */
  lastReasons: readonly Reason[] | null
  /** `delivery.failing` or `delivery.exhausted` was told, `delivery.recovered` not yet. */
  isAlerted: boolean
}

/** A receiver nobody has heard of. */
export const unknownReceiver: ReceiverState = {
  failures: 0,
  failingSince: null,
  provenSince: null,
  lastSuccessAt: null,
  lastFailureAt: null,
  lastCode: null,
  lastReason: null,
  lastReasons: null,
  isAlerted: false,
}
