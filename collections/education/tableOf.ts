import type { PayloadRequest } from 'payload'
import { escapeIdentifier } from 'pg'

/** The quoted name of a collection's table, for our own SQL. */
export function tableOf(req: Pick<PayloadRequest, 'payload'>, collection: string): string {
  const { db } = req.payload
  const name = collection.replaceAll('-', '_')
  return [db.schemaName, db.tableNameMap?.get(name) ?? name]
    .filter((part) => typeof part === 'string')
    .map((part) => escapeIdentifier(part))
    .join('.')
}
