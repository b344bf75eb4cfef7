import type * as z from 'zod'

import { paymentRefusals } from './paymentRefusals.ts'

/** The notification in the provider's shape, or FLOW_PAYMENT_UNREADABLE (400) that names what does not fit. */
export function parseNotice<Value>(schema: z.ZodType<Value>, input: unknown): Value {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  throw paymentRefusals.unreadable(
    parsed.error.issues.map(({ message, path }) => `${path.join('.') || 'body'}: ${message}`),
  )
}
