import * as z from 'zod'

/** How a receiver (one channel entry of one subscription) has been doing. Times are ISO 8601, UTC. */
export const receiverHealthSchema = z.object({
  /** Failed tries in a row, of all its deliveries. */
  consecutiveFailures: z.number(),
  /** The first failure since the last success; null when it works. */
  failingSince: z.iso.datetime({ offset: true }).nullable(),
  lastSuccessAt: z.iso.datetime({ offset: true }).nullable(),
})
