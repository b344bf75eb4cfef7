import type { Tracking } from './rules/track.ts'
import { track } from './rules/track.ts'
import { orderRules } from './tables/orderRules.ts'
import { productRules } from './tables/productRules.ts'
import { createUserRules } from './tables/userRules.ts'

/** The bundled collections and what their changes mean. */
export function bundledTracking(options: { now?: () => number } = {}): Tracking[] {
  return [
    track('users', createUserRules(options)),
    track('products', productRules),
    track('orders', orderRules),
  ]
}
