import type { Json } from '../../src/kernel/json.ts'
import type { Change } from '../rules/change.ts'
import { both, carrying, on } from '../rules/on.ts'
import type { RuleTable } from '../rules/rule.ts'
import { type Tracking, track } from '../rules/track.ts'
import { cartRules } from './cartRules.ts'
import { orderRules } from './orderRules.ts'
import type { PriceChange } from './priceChanges.ts'
import { productRules } from './productRules.ts'

/** Slugs, where a site gave the plugin's collections other ones. */
export type EcommerceTrackingOptions = { products?: string; carts?: string; orders?: string }

/**
 * Events of a shop that stands on `@payloadcms/plugin-ecommerce`: put its collections' slugs here, and
 * `flowMasters({ tracking: ecommerceTracking() })` after that plugin. Amounts stay in its minor units.
 *
 * Its order exists once the payment was confirmed, so an order with a transaction is a paid one. Its cart counts as converted
 * when it is purchased; it does not know its order. Stock is written below the hooks there and means nothing.
 */
export function ecommerceTracking({
  carts = 'carts',
  orders = 'orders',
  products = 'products',
}: EcommerceTrackingOptions = {}): Tracking[] {
  return [
    track(products, {
      ...productRules,
      'product.price_changed': carrying(
        both(on.updated(), (change) => pricesOf(change).length > 0),
        (change) => ({ prices: pricesOf(change) }),
      ),
    }),
    track(orders, { ...orderRules, 'order.paid': on.save(becamePaid) }),
    // Whoever has the secret has the cart, and the plugin does not hide it from code.
    track(carts, purchasedCartRules, { omit: ['secret'] }),
  ]
}

const purchasedCartRules: RuleTable = {
  ...cartRules,
  'cart.converted': carrying(
    on.save(
      ({ current, previous }) => Boolean(current['purchasedAt']) && !previous?.['purchasedAt'],
    ),
    () => ({ orderId: null }),
  ),
}

function becamePaid({ current, isVisible, previous }: Change): boolean {
  return isVisible && hasEntries(current['transactions']) && !hasEntries(previous?.['transactions'])
}

function hasEntries(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 0
}

/** Every `priceInUSD` that differs. */
function pricesOf({ changed, current, previous }: Change): PriceChange[] {
  return changed.flatMap((path) => {
    const currency = /^priceIn([A-Z]{3})$/.exec(path)?.[1]
    if (currency === undefined) return []
    return [
      { path, locale: null, currency, old: amount(previous?.[path]), new: amount(current[path]) },
    ]
  })
}

function amount(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null
}
