import { cartAbandoned } from '../events/carts/cartAbandoned.ts'
import { cartConverted } from '../events/carts/cartConverted.ts'
import { cartCreated } from '../events/carts/cartCreated.ts'
import { cartItemAdded } from '../events/carts/cartItemAdded.ts'
import { cartItemRemoved } from '../events/carts/cartItemRemoved.ts'
import { orderCancelled } from '../events/orders/orderCancelled.ts'
import { orderCompleted } from '../events/orders/orderCompleted.ts'
import { orderCreated } from '../events/orders/orderCreated.ts'
import { orderPaid } from '../events/orders/orderPaid.ts'
import { orderStatusChanged } from '../events/orders/orderStatusChanged.ts'
import { productCreated } from '../events/products/productCreated.ts'
import { productPriceChanged } from '../events/products/productPriceChanged.ts'
import { productPublished } from '../events/products/productPublished.ts'
import { productUpdated } from '../events/products/productUpdated.ts'
import { productViewed } from '../events/products/productViewed.ts'
import { reviewCreated } from '../events/reviews/reviewCreated.ts'
import { reviewNegative } from '../events/reviews/reviewNegative.ts'
import { reviewPositive } from '../events/reviews/reviewPositive.ts'

/** Products, carts, orders and reviews. */
export const commerceEvents = [
  orderCreated,
  orderPaid,
  orderCompleted,
  orderCancelled,
  orderStatusChanged,
  productCreated,
  productUpdated,
  productPublished,
  productPriceChanged,
  productViewed,
  cartCreated,
  cartItemAdded,
  cartItemRemoved,
  cartAbandoned,
  cartConverted,
  reviewCreated,
  reviewPositive,
  reviewNegative,
] as const
