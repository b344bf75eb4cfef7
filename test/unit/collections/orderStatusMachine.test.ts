import { describe, expect, test } from '@jest/globals'

import {
  type OrderStatus,
  orderStatusMachine,
} from '../../../collections/commerce/orderStatusMachine.ts'
import { isAllowedStatusChange } from '../../../collections/isAllowedStatusChange.ts'

const statuses: OrderStatus[] = ['pending', 'paid', 'completed', 'cancelled', 'refunded']

/** Written out rather than derived from the machine: the table is the requirement. */
const allowed = new Set([
  'pending → paid',
  'pending → completed',
  'pending → cancelled',
  'paid → completed',
  'paid → cancelled',
  'paid → refunded',
  'completed → refunded',
])

const pairs = statuses.flatMap((from) => statuses.map((to) => ({ from, to })))

describe('EV-11 the life of an order', () => {
  test('the machine knows exactly the five statuses', () => {
    expect(Object.keys(orderStatusMachine).sort()).toEqual([...statuses].sort())
    expect(pairs).toHaveLength(25)
  })

  test.each(pairs)('$from → $to', ({ from, to }) => {
    const expected = from === to || allowed.has(`${from} → ${to}`)
    expect(isAllowedStatusChange(orderStatusMachine, from, to)).toBe(expected)
  })
})
