import type { Reason } from '../channels/reason.ts'
import type { JsonObject } from '../kernel/json.ts'

/** The outcome of one try, ready to be written. */
export type AttemptResult = {
  deliveryId: string
  /** Fencing number of the claim the try was made under. */
  fence: number
  status: 'delivered' | 'retrying' | 'dead' | 'cancelled'
  delayMs: number
  channel: string
  outcome: 'delivered' | 'rejected' | 'unavailable'
  code: string
  reason: string | null
  /** The reason for readers of other languages. */
  reasons: readonly Reason[] | null
  /** The service's own id of the message, when it will tell of it later. */
  messageId: string | null
  durationMs: number
  request: JsonObject | null
  response: JsonObject | null
  /** False for deliveries given up without a try (subscription gone): no attempt row. */
  isAttempt: boolean
  /** The receiver said it is gone for good: the channel entry is switched off. */
  isGone?: boolean
}
