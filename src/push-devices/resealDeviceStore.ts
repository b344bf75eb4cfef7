import type { Payload } from 'payload'

import type { KeyRing } from '../credentials/keyRing.ts'
import { postgresAdapter } from '../database/postgresAdapter.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { tableOf } from '../database/tableOf.ts'
import { deviceContext } from './deviceContext.ts'
import { PUSH_DEVICES } from './pushDevices.ts'

/**
 * Seals the address of one device again, unless the newest key has sealed it or it changed meanwhile. Returns how many
 * were sealed. Throws FLOW_SECRET_KEY_UNKNOWN or FLOW_SECRET_DAMAGED.
 */
export async function resealDevice(
  payload: Payload,
  id: number | string,
  keyRing: KeyRing,
): Promise<number> {
  const sql = await sqlOfRequest(payload)
  const table = tableOf(postgresAdapter(payload), PUSH_DEVICES)
  const { rows } = await sql.query<{ hash: string; sealed: string }>(
    `SELECT device_hash AS hash, sealed FROM ${table} WHERE id::text = $1`,
    [String(id)],
  )
  const [row] = rows
  if (!row || !keyRing.isSealed(row.sealed) || keyRing.isNewest(row.sealed)) return 0
  const context = deviceContext(row.hash)
  const again = keyRing.encrypt(keyRing.decrypt(row.sealed, context), context)
  const changed = await sql.query(
    `UPDATE ${table} SET sealed = $2 WHERE device_hash = $1 AND sealed = $3 RETURNING id`,
    [row.hash, again, row.sealed],
  )
  return changed.rows.length
}
