import type { BreakerChange } from './breaker.ts'

/** A receiver: one channel entry of one subscription. */
export type Receiver = { subscriptionId: string; channelEntry: string; channel: string }

/** The circuit breaker of a receiver has changed; committed when it is told. */
export type ReceiverChange = Receiver & {
  change: BreakerChange
  /** Until when nothing is sent, ISO 8601; null when it has closed. */
  openUntil: string | null
  /** How often in a row it has opened. */
  trips: number
}

/** Hears of every change once, in the process that caused it. Must not throw. */
export type OnReceiverState = (change: ReceiverChange) => void
