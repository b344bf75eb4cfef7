import type { Payload } from 'payload'
import { escapeIdentifier } from 'pg'

import { postgresAdapter } from '../../src/database/postgresAdapter.ts'
import { tableOf } from '../../src/database/tableOf.ts'
import type { Harvest } from './createHarvest.ts'

const rows = 'jsonb_to_recordset($1::jsonb) as r(id int, at timestamptz, until timestamptz)'

/**
 * Gives what was made the dates of its story: Payload stamps every save with the machine's time. Versions as well, or the
 * admin takes a published document for one with later changes.
 */
export async function backdateDocuments(payload: Payload, made: Harvest['made']): Promise<void> {
  const adapter = postgresAdapter(payload)
  for (const collection of new Set(made.map((each) => each.collection))) {
    const dates = JSON.stringify(made.filter((each) => each.collection === collection))
    await adapter.pool.query(
      `update ${tableOf(adapter, collection)} t set created_at = r.at, updated_at = r.until
       from ${rows} where t.id = r.id`,
      [dates],
    )
    if (!payload.collections[collection]?.config.versions) continue
    const versions = adapter.tableNameMap.get(`_${collection.replaceAll('-', '_')}_v`)
    if (versions === undefined) continue
    await adapter.pool.query(
      `update ${escapeIdentifier(versions)} v set created_at = r.at, updated_at = r.until,
         version_created_at = r.at, version_updated_at = r.until
       from ${rows} where v.parent_id = r.id`,
      [dates],
    )
  }
}
