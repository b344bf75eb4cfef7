import type { PayloadRequest } from 'payload'

import { cartLimits } from './cartLimits.ts'
import { cartRefusal } from './cartRefusal.ts'

/** Throws FLOW_CART_QUANTITY_INVALID (400) for anything but a count that a line may hold. */
export function assertQuantity(req: PayloadRequest, quantity: unknown): asserts quantity is number {
  const isCount =
    typeof quantity === 'number' &&
    Number.isInteger(quantity) &&
    quantity >= 1 &&
    quantity <= cartLimits.maxQuantity
  if (!isCount) throw cartRefusal(req, 'quantity', { max: cartLimits.maxQuantity })
}
