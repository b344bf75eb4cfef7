import type { Payload } from 'payload'

import type { Addressees } from '../channels/addressees.ts'
import type { DeviceKind, PushDevice } from '../channels/pushDevice.ts'
import type { KeyRing } from '../credentials/keyRing.ts'
import { columnsOf } from '../database/columnsOf.ts'
import { postgresAdapter } from '../database/postgresAdapter.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { tableOf } from '../database/tableOf.ts'
import type { DeviceBook } from '../delivery/deviceBook.ts'
import { FlowError } from '../kernel/flowError.ts'
import { mayBeUserId } from './mayBeUserIdStore.ts'
import { openDevice } from './openDevice.ts'
import { PUSH_DEVICES } from './pushDevices.ts'

/** One message to more devices than these is a campaign, which needs another tool. */
const MOST_DEVICES = 500

type Row = { id: string; label: string | null; hash: string; sealed: string }

/** Devices out of the database, their addresses opened. */
export function createDeviceBook(payload: () => Payload, keyRing: () => KeyRing): DeviceBook {
  return {
    devicesOf: async (kind, addressees) => {
      const rows = await findRows(payload(), kind, addressees)
      if (rows.length > MOST_DEVICES) throw tooMany()
      return rows.map(
        ({ hash, id, label, sealed }): PushDevice => ({
          ...openDevice({ hash, sealed }, keyRing()),
          ...{ id, label: label ?? '' },
        }),
      )
    },
    record: async ({ gone, reached }) => {
      const sql = await sqlOfRequest(payload())
      const table = tableOf(postgresAdapter(payload()), PUSH_DEVICES)
      // The row type casts: ids are numbers here and UUIDs there.
      const these = `id IN (SELECT id FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb))`
      const wire = (ids: readonly string[]): [string] => [JSON.stringify(ids.map((id) => ({ id })))]
      if (gone.length > 0) await sql.query(`DELETE FROM ${table} WHERE ${these}`, wire(gone))
      if (reached.length > 0) {
        await sql.query(`UPDATE ${table} SET last_used_at = now() WHERE ${these}`, wire(reached))
      }
    },
  }
}

async function findRows(
  payload: Payload,
  kind: DeviceKind,
  { roles, users }: Addressees,
): Promise<Row[]> {
  const adapter = postgresAdapter(payload)
  const devices = tableOf(adapter, PUSH_DEVICES)
  const people = tableOf(adapter, payload.config.admin.user)
  const role = columnsOf(adapter, payload.config.admin.user)?.['role']?.name
  // Where users have no roles, all of them are staff.
  const ofRoles =
    role === undefined ? 'cardinality($3::text[]) > 0' : `"${role}"::text = ANY($3::text[])`
  const owners = users.filter((id) => mayBeUserId(payload, id)).map((id) => ({ owner_id: id }))
  const { rows } = await (await sqlOfRequest(payload)).query<Row>(
    `SELECT d.id::text, d.label, d.device_hash AS hash, d.sealed FROM ${devices} d
     WHERE d.kind::text = $1 AND d.owner_id IN (
       SELECT owner_id FROM jsonb_populate_recordset(NULL::${devices}, $2::jsonb)
       UNION ALL SELECT id FROM ${people} WHERE ${ofRoles})
     ORDER BY d.id LIMIT ${MOST_DEVICES + 1}`,
    [kind, JSON.stringify(owners), [...roles]],
  )
  return rows
}

function tooMany(): FlowError {
  return new FlowError({
    code: 'FLOW_PUSH_TOO_MANY_DEVICES',
    message: `there are more than ${MOST_DEVICES} devices to notify`,
    hint: 'Name fewer people, or several subscriptions by role.',
    details: { most: MOST_DEVICES },
    status: 400,
  })
}
