import type { CollectionBeforeChangeHook } from 'payload'

import { nowOf } from '../../nowOf.ts'

const dateFieldOf: Readonly<Record<string, string>> = {
  successful: 'paidAt',
  failed: 'failedAt',
  refunded: 'refundedAt',
}

/** Notes when a payment got its status; a date that code brought along (the provider's) is kept. */
export const stampPayment: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const status: unknown = data['status']
  const field = typeof status === 'string' ? dateFieldOf[status] : undefined
  if (!field || status === originalDoc?.status) return data
  const isOld = field !== 'failedAt' && Boolean(data[field])
  const isBrought = data[field] && data[field] !== originalDoc?.[field]
  if (isOld || isBrought) return data
  return { ...data, [field]: nowOf(req.payload) }
}
