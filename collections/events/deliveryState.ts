import type { CollectionAfterOperationHook } from 'payload'

import { sqlOfRequest } from '../../src/database/requestSqlStore.ts'

/** How the deliveries of one event stand, in numbers; `failed` means for good, `waiting` includes planned retries. */
export type DeliveryState = {
  delivered: number
  failed: number
  waiting: number
  cancelled: number
}

const stateOfStatus: Readonly<Record<string, keyof DeliveryState>> = {
  delivered: 'delivered',
  dead: 'failed',
  poisoned: 'failed',
  pending: 'waiting',
  delivering: 'waiting',
  retrying: 'waiting',
  cancelled: 'cancelled',
}

const countSql = `
SELECT event, status::text AS status, count(*)::int AS count
FROM event_deliveries WHERE event = ANY($1::varchar[]) GROUP BY event, status`

type Count = { event: string; status: string; count: number }
type Row = { id: string; deliveryState?: DeliveryState }

/** Fills the virtual `deliveryState` of all events found, with one query for the whole page. */
export const fillDeliveryState: CollectionAfterOperationHook = async ({
  operation,
  req,
  result,
}) => {
  if (operation !== 'find' && operation !== 'findByID') return result
  const found = result as { docs?: Row[] } & Row
  const rows = (found.docs ?? [found]).filter(({ id }) => typeof id === 'string')
  if (rows.length === 0) return result
  const sql = await sqlOfRequest(req.payload, req)
  const counts = await sql.query<Count>(countSql, [rows.map(({ id }) => id)])
  for (const row of rows) {
    const state: DeliveryState = { delivered: 0, failed: 0, waiting: 0, cancelled: 0 }
    for (const { count, event, status } of counts.rows) {
      const name = event === row.id ? stateOfStatus[status] : undefined
      if (name) state[name] += count
    }
    row.deliveryState = state
  }
  return result
}
