import type { Payload } from 'payload'
import { cache } from 'react'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { type LaneState, readLaneStates } from '../../delivery-log/readLaneStates.ts'

/** What waits and what rests, of all subscriptions; one query for a whole page, because React keeps the answer. */
export const laneStates = cache(
  async (payload: Payload): Promise<Map<string, LaneState>> =>
    readLaneStates(await sqlOfRequest(payload)),
)
