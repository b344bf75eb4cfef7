import type { CollectionConfig } from 'payload'

import { Carts } from './Carts.ts'
import { Orders } from './Orders.ts'
import { ProductCategories } from './ProductCategories.ts'
import { Products } from './Products.ts'
import { Reviews } from './Reviews.ts'

/** Products, carts, orders and reviews. */
export const commerceCollections: CollectionConfig[] = [
  Orders,
  Products,
  ProductCategories,
  Carts,
  Reviews,
]
