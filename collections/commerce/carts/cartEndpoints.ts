import type { Endpoint } from 'payload'

import { addCartItem } from './addCartItem.ts'
import { changeCartItem } from './changeCartItem.ts'
import { clearCart } from './clearCart.ts'
import { convertCart } from './convertCart.ts'
import { mergeCart } from './mergeCart.ts'
import { openCart } from './openCart.ts'
import { readCart } from './readCart.ts'
import { readOwnCart } from './readOwnCart.ts'
import { removeCartItem } from './removeCartItem.ts'
import { setCartContact } from './setCartContact.ts'

/** What buyers do with carts, below /api/carts. */
export const cartEndpoints: Endpoint[] = [
  openCart,
  readOwnCart,
  readCart,
  addCartItem,
  changeCartItem,
  removeCartItem,
  clearCart,
  setCartContact,
  convertCart,
  mergeCart,
]
