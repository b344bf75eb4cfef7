import { carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved booking means. */
export const bookingRules: RuleTable = {
  'booking.created': on.created(),
  'booking.status_changed': carrying(on.changed('status'), ({ current, previous }) => ({
    statusFrom: previous?.['status'] ?? null,
    statusTo: current['status'] ?? null,
  })),
  'booking.confirmed': on.changedTo('status', 'confirmed'),
  'booking.completed': on.changedTo('status', 'completed'),
  'booking.cancelled': on.changedTo('status', 'cancelled'),
}
