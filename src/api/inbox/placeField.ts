import * as z from 'zod'

/** A number of a change, as `lastEventId` and `nextBefore` give it; text in addresses and headers. */
export const placeField = z.coerce
  .number({ error: 'must be a number that an earlier answer gave' })
  .int()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
