import type { Payload } from 'payload'

import { postgresAdapter } from '../database/postgresAdapter.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { tableOf } from '../database/tableOf.ts'
import { deviceHash } from './deviceHash.ts'
import { PUSH_DEVICES } from './pushDevices.ts'

/** Forgets one device of one person; false when this person has no such device. */
export async function removeDevice(
  payload: Payload,
  device: Parameters<typeof deviceHash>[0],
  ownerId: number | string,
): Promise<boolean> {
  const sql = await sqlOfRequest(payload)
  const table = tableOf(postgresAdapter(payload), PUSH_DEVICES)
  const { rows } = await sql.query(
    `DELETE FROM ${table} WHERE device_hash = $1 AND owner_id::text = $2 RETURNING id`,
    [deviceHash(device), String(ownerId)],
  )
  return rows.length > 0
}
