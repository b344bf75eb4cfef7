import * as z from 'zod'

import { isEventPattern } from '../../subscription-filter/isEventPattern.ts'
import { queryField } from '../../http/queryField.ts'

const eventStatus = z.enum(['pending', 'routed', 'unmatched'])
const deliveryStatus = z.enum([
  'pending',
  'delivering',
  'retrying',
  'delivered',
  'dead',
  'poisoned',
  'cancelled',
])
const pattern = z.string().refine(isEventPattern, {
  error: 'must be event types such as order.paid, order.* or *.created',
})

/** Parameters of `GET /api/events/logs`; those that take a list take `a,b` or are repeated. */
export const logQuery = z.strictObject({
  type: queryField.list.pipe(z.array(pattern).optional()),
  status: queryField.list.pipe(z.array(eventStatus).optional()),
  deliveryStatus: queryField.list.pipe(z.array(deliveryStatus).optional()),
  channel: queryField.list,
  subscription: queryField.list,
  collection: queryField.text,
  documentId: queryField.text,
  userEmail: queryField.text,
  from: queryField.time,
  to: queryField.time,
  search: queryField.text,
  page: queryField.page,
  limit: queryField.limit,
  after: z.string().max(500).optional(),
  locale: queryField.locale,
})

/** {@link logQuery}, parsed. */
export type LogQuery = z.output<typeof logQuery>
