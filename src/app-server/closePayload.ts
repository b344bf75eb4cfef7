import type { Payload } from 'payload'

import { postgresAdapter } from '../database/postgresAdapter.ts'
import { withinTime } from './withinTime.ts'

const timeoutMs = 2_000

/** Ends Payload and its connections; those still lent out are left to the end of the process after 2 s. */
export const closePayload = async (payload: Payload): Promise<void> => {
  const { pool } = postgresAdapter(payload)
  await withinTime(payload.destroy(), timeoutMs)
  if (!pool.ending) await withinTime(pool.end(), timeoutMs)
}
