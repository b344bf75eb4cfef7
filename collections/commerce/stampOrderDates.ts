import type { CollectionBeforeChangeHook } from 'payload'

import { type Clock, systemClock } from '../../src/kernel/clock.ts'

const dateFieldOf: Readonly<Record<string, string>> = {
  paid: 'paidAt',
  completed: 'completedAt',
  cancelled: 'cancelledAt',
  refunded: 'refundedAt',
}

/** Notes when an order reached its status; a date that code brought along (an import) is kept. */
export function stampOrderDates(clock: Clock = systemClock): CollectionBeforeChangeHook {
  return ({ data, originalDoc }) => {
    const status: unknown = data['status']
    const field = typeof status === 'string' ? dateFieldOf[status] : undefined
    if (!field || status === originalDoc?.status || data[field]) return data
    return { ...data, [field]: new Date(clock.now()).toISOString() }
  }
}
