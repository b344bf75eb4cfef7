import { carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'

/** What a saved order means. */
export const orderRules: RuleTable = {
  'order.created': on.created(),
  'order.status_changed': carrying(on.changed('status'), ({ current, previous }) => ({
    statusFrom: previous?.['status'] ?? null,
    statusTo: current['status'] ?? null,
  })),
  'order.paid': on.changedTo('status', 'paid'),
  'order.completed': on.changedTo('status', 'completed'),
  'order.cancelled': on.changedTo('status', 'cancelled'),
}
