import * as z from 'zod'

import { isEventPattern } from '../subscription-filter/isEventPattern.ts'

const MOST_NAMED = 1_000
const text = z
  .string()
  .min(1)
  .max(200)
  .refine((given) => !given.includes('\0'), { error: 'must not hold NUL characters' })
const list = z.array(text).min(1).max(MOST_NAMED).optional()
const time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'must be a date or a time such as 2026-11-21 or 2026-11-21T10:00:00Z',
  })
  .optional()

/** States a delivery can be sent again from: what waits or is under way is left alone. */
export const replayableStatuses = ['delivered', 'dead', 'poisoned', 'cancelled'] as const

const selected = {
  /** Ids of deliveries. */
  deliveries: list,
  /** Ids of events: all their deliveries. */
  events: list,
  status: z.array(z.enum(replayableStatuses)).min(1).optional(),
  /** Types or patterns, `order.*`. */
  type: z
    .array(
      text.refine(isEventPattern, { error: 'must be event types such as order.paid, order.*' }),
    )
    .min(1)
    .max(50)
    .optional(),
  subscription: list,
  channel: list,
  /** When the delivery was planned; the end is exclusive. */
  from: time,
  to: time,
}

/** Which deliveries are sent again; all conditions must hold, and at least one must be given. */
export const deliverySelection = z
  .strictObject(selected)
  .refine((given) => Object.values(given).some((value) => value !== undefined), {
    error: 'say which deliveries: at least one condition',
  })

/** Which past events a subscription is given that it has not had; those its filter matches. */
export const backfillSelection = z.strictObject({
  subscription: text,
  since: time.unwrap(),
  to: time,
})

/** {@link deliverySelection}, parsed. */
export type DeliverySelection = z.output<typeof deliverySelection>

/** {@link backfillSelection}, parsed. */
export type BackfillSelection = z.output<typeof backfillSelection>

/** What a replay goes through: deliveries that are sent again, or events that a subscription has not had. */
export type ReplaySelection =
  | { kind: 'deliveries'; where: DeliverySelection }
  | { kind: 'backfill'; where: BackfillSelection }
