import type { CollectionBeforeChangeHook } from 'payload'

import { nowOf } from '../nowOf.ts'

const dateFieldOf: Readonly<Record<string, string>> = {
  confirmed: 'confirmedAt',
  completed: 'completedAt',
  cancelled: 'cancelledAt',
}

/** Notes when a booking got its status; a date that code brought along (an import) is kept. */
export const stampBooking: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const status: unknown = data['status']
  const field = typeof status === 'string' ? dateFieldOf[status] : undefined
  if (!field || status === originalDoc?.status || data[field]) return data
  return { ...data, [field]: nowOf(req.payload) }
}
