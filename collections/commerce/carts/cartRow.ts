import type { CartLine } from './cartLine.ts'
import type { CartStatus } from './cartStatusMachine.ts'

/** A cart as code works with it: relations are ids. */
export type CartRow = {
  id: number | string
  status: CartStatus
  items: CartLine[]
  currency: string
  subtotal: { amount: number; currency: string }
  itemCount: number
  user: number | string | null
  name: string | null
  email: string | null
  phone: string | null
  language: string | null
  secretHash: string | null
  order: number | string | null
  lastChangedAt: string | null
}
