import type { Tracking } from '../rules/track.ts'
import { track } from '../rules/track.ts'
import { cartRules } from '../tables/cartRules.ts'
import { orderRules } from '../tables/orderRules.ts'
import { productRules } from '../tables/productRules.ts'
import { reviewRules } from '../tables/reviewRules.ts'

/** What changes in products, carts, orders and reviews mean. */
export const commerceTracking: Tracking[] = [
  track('products', productRules),
  track('orders', orderRules),
  track('carts', cartRules),
  track('reviews', reviewRules),
]
