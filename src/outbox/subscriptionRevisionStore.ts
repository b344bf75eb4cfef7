import type { Payload, PayloadRequest } from 'payload'

import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { raiseRevisionSql } from './subscriptionStore.ts'

/** Bookkeeping of subscription changes; see `collections/events/createEngineState.ts`. */
export function createSubscriptionRevisionStore(payload: () => Payload): {
  raise: (req: PayloadRequest) => Promise<void>
  now: (req: PayloadRequest) => Promise<string>
} {
  return {
    raise: async (req) => {
      const sql = await sqlOfRequest(payload(), req)
      await sql.query(raiseRevisionSql)
    },
    now: async (req) => {
      const sql = await sqlOfRequest(payload(), req)
      const result = await sql.query<{ now: Date }>('SELECT clock_timestamp() AS now')
      return (result.rows[0]?.now ?? new Date()).toISOString()
    },
  }
}
