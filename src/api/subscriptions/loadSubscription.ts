import type { Payload } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import type { ActiveSubscription } from '../../outbox/activeSubscription.ts'
import type { FlowRuntime } from '../../runtime/flowRuntime.ts'
import { notFound } from '../../http/notFound.ts'

/**
 * A subscription as it is now, with its secrets sealed. A process without a worker is not told of changes, so the
 * cache is asked for the revision that the database has. Throws FLOW_API_NOT_FOUND.
 */
export async function loadSubscription(
  payload: Payload,
  runtime: FlowRuntime,
  id: string,
): Promise<ActiveSubscription> {
  const sql = await sqlOfRequest(payload)
  const { rows } = await sql.query<{ revision: string }>(
    "SELECT revision FROM event_engine_state WHERE id = 'subscriptions'",
  )
  const { byId } = await runtime.subscriptions.atLeast(Number(rows[0]?.revision ?? 0))
  const subscription = byId.get(id)
  if (subscription) return subscription
  throw notFound('subscription', id)
}
