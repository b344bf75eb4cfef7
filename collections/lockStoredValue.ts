import type { PayloadRequest } from 'payload'
import { escapeIdentifier } from 'pg'

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
  const name = toSnakeCase(collection)
  const table = [db.schemaName, db.tableNameMap?.get(name) ?? name]
    .filter((part) => typeof part === 'string')
    .map((part) => escapeIdentifier(part))
    .join('.')
  const column = escapeIdentifier(toSnakeCase(field))
  const rows = await executeSql(
    req,
    `select ${column} as "value" from ${table} where "id" = $1 for update`,
    [id],
  )
  return rows?.[0]?.['value']
}
