import { each } from '../rules/each.ts'
import { carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'
import { cartLineChanges } from './cartLineChanges.ts'

/** What a saved cart means. That nobody touched it for an hour is for the schedule to find. */
export const cartRules: RuleTable = {
  'cart.created': on.created(),
  'cart.item_added': each(cartLineChanges, {
    when: ({ quantityAfter, quantityBefore }) => quantityAfter > quantityBefore,
    carrying: (change) => ({ ...change }),
  }),
  'cart.item_removed': each(cartLineChanges, {
    when: ({ quantityAfter, quantityBefore }) => quantityAfter < quantityBefore,
    carrying: (change) => ({ ...change }),
  }),
  'cart.converted': carrying(on.changedTo('status', 'converted'), ({ current }) => ({
    orderId: current['order'] ?? null,
  })),
}
