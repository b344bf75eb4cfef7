import type { StatusMachine } from '../../statusMachine.ts'

/** The life of a cart. That it was left for a while is an event, not a status: its owner may come back. */
export type CartStatus = 'active' | 'converted' | 'merged'

/** Which status of a cart may follow which. */
export const cartStatusMachine: StatusMachine<CartStatus> = {
  active: ['converted', 'merged'],
  converted: [],
  merged: [],
}
