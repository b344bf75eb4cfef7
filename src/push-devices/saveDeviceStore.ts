import type { Payload } from 'payload'

import type { DeviceAddress } from '../channels/pushDevice.ts'
import type { KeyRing } from '../credentials/keyRing.ts'
import { postgresAdapter } from '../database/postgresAdapter.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { tableOf } from '../database/tableOf.ts'
import { deviceContext } from './deviceContext.ts'
import { deviceHash } from './deviceHash.ts'
import { PUSH_DEVICES } from './pushDevices.ts'

/** A person with more devices than these has old ones among them. */
const MOST_PER_OWNER = 20

/** A device as its browser or app brings it. */
export type NewDevice = {
  address: DeviceAddress
  ownerId: number | string
  /** For people. */
  label: string
  /** Host of the push service. */
  service: string
}

/**
 * Keeps a device. The same one again is updated, whoever had it before: a browser belongs to who is signed in. What a
 * person has beyond twenty of a kind goes, those that registered longest ago first.
 */
export async function saveDevice(
  payload: Payload,
  keyRing: KeyRing,
  { address, label, ownerId, service }: NewDevice,
): Promise<{ id: string; isNew: boolean }> {
  const sql = await sqlOfRequest(payload)
  const table = tableOf(postgresAdapter(payload), PUSH_DEVICES)
  const hash = deviceHash(address)
  const row = {
    ...{ kind: address.kind, owner_id: ownerId, label, service, device_hash: hash },
    sealed: keyRing.encrypt(JSON.stringify(address), deviceContext(hash)),
  }
  const { rows } = await sql.query<{ id: string; isNew: boolean }>(
    `INSERT INTO ${table} (kind, owner_id, label, service, device_hash, sealed, created_at, updated_at)
     SELECT kind, owner_id, label, service, device_hash, sealed, clock_timestamp(), clock_timestamp()
     FROM jsonb_populate_record(NULL::${table}, $1::jsonb)
     ON CONFLICT (device_hash) DO UPDATE SET owner_id = EXCLUDED.owner_id, label = EXCLUDED.label,
       service = EXCLUDED.service, sealed = EXCLUDED.sealed, updated_at = EXCLUDED.updated_at
     RETURNING id::text, (xmax = 0) AS "isNew"`,
    [JSON.stringify(row)],
  )
  await sql.query(
    `DELETE FROM ${table} WHERE id IN (
       SELECT d.id FROM ${table} d, jsonb_populate_record(NULL::${table}, $1::jsonb) g
       WHERE d.owner_id = g.owner_id AND d.kind = g.kind
       ORDER BY d.updated_at DESC OFFSET ${MOST_PER_OWNER})`,
    [JSON.stringify(row)],
  )
  const [saved] = rows
  if (saved === undefined) throw new Error('the device was not written')
  return saved
}
