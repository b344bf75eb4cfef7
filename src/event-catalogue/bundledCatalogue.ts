import { defineCatalogue } from './defineCatalogue.ts'
import { orderCancelled } from './events/orders/orderCancelled.ts'
import { orderCompleted } from './events/orders/orderCompleted.ts'
import { orderCreated } from './events/orders/orderCreated.ts'
import { orderPaid } from './events/orders/orderPaid.ts'
import { orderStatusChanged } from './events/orders/orderStatusChanged.ts'
import { productCreated } from './events/products/productCreated.ts'
import { productPriceChanged } from './events/products/productPriceChanged.ts'
import { productPublished } from './events/products/productPublished.ts'
import { productUpdated } from './events/products/productUpdated.ts'
import { userLogin } from './events/users/userLogin.ts'
import { userLogout } from './events/users/userLogout.ts'
import { userRegistered } from './events/users/userRegistered.ts'
import { userReturned } from './events/users/userReturned.ts'
import { userUpdated } from './events/users/userUpdated.ts'

/** Every type of event that the bundled collections emit. */
export const bundledCatalogue = defineCatalogue([
  userRegistered,
  userUpdated,
  userLogin,
  userLogout,
  userReturned,
  orderCreated,
  orderPaid,
  orderCompleted,
  orderCancelled,
  orderStatusChanged,
  productCreated,
  productUpdated,
  productPublished,
  productPriceChanged,
])
