import type { StatusMachine } from '../statusMachine.ts'

/** The life of an order. An order may begin in any of these. */
export type OrderStatus = 'pending' | 'paid' | 'completed' | 'cancelled' | 'refunded'

/** Which status of an order may follow which. */
export const orderStatusMachine: StatusMachine<OrderStatus> = {
  pending: ['paid', 'completed', 'cancelled'],
  paid: ['completed', 'cancelled', 'refunded'],
  completed: ['refunded'],
  cancelled: [],
  refunded: [],
}
