import { carrying, both, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'
import { priceChanges } from './priceChanges.ts'

const prices = ['price', 'compareAtPrice'] as const

/** What a saved product means. A draft means nothing until it is published. */
export const productRules: RuleTable = {
  'product.created': on.created(),
  'product.published': on.published(),
  'product.updated': on.updated(),
  'product.price_changed': carrying(
    both(on.changed(...prices), (change) => priceChanges(change, prices).length > 0),
    (change) => ({ prices: priceChanges(change, prices) }),
  ),
}
