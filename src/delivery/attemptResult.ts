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
  durationMs: number
  request: JsonObject | null
  response: JsonObject | null
  /** False for deliveries given up without a try (subscription gone): no attempt row. */
  isAttempt: boolean
}
