import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { executeSql } from './executeSql.ts'

type LockStoredValueOptions = {
  req: PayloadRequest
  collection: string
  id: number | string
  /** A field that is not localised and not nested. */
  field: string
}

const toSnakeCase = (name: string): string =>
  name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Reads one field of a row and locks the row until the request's transaction ends, so that two writers
 * of the same document take turns. `undefined`: not Postgres, or no such row.
 */
export async function lockStoredValue({
  req,
  collection,
  id,
  field,
}: LockStoredValueOptions): Promise<unknown> {
  const { db } = req.payload
  if (db.name !== 'postgres') return undefined
  const table = db.tables[db.tableNameMap.get(toSnakeCase(collection)) ?? toSnakeCase(collection)]
  if (table === undefined) return undefined
  const rows = await executeSql(
    req,
    sql`select ${table[field]} as "value" from ${table} where ${table['id']} = ${id} for update`,
  )
  return rows?.[0]?.['value']
}
