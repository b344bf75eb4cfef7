import type { Payload, PayloadRequest } from 'payload'

import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { receiverId } from './receiverId.ts'

/** Forgets how receivers have been doing, in the transaction of the request. */
type ReceiverReset = {
  /** Those entries of a subscription; all of it without `entries`. */
  forget: (
    req: PayloadRequest,
    receivers: { subscriptionId: string; entries?: readonly string[] },
  ) => Promise<void>
}

/** What a person who switches a channel on again, removes it or deletes its subscription sets off. */
export function createReceiverResetStore(payload: () => Payload): ReceiverReset {
  return {
    forget: async (req, { entries, subscriptionId }) => {
      const sql = await sqlOfRequest(payload(), req)
      if (!entries) {
        await sql.query('DELETE FROM event_receivers WHERE subscription = $1', [subscriptionId])
        return
      }
      const ids = entries.map((channelEntry) => receiverId({ subscriptionId, channelEntry })).sort()
      if (ids.length > 0) await sql.query('DELETE FROM event_receivers WHERE id = ANY($1)', [ids])
    },
  }
}
