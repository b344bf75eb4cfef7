import { escapeIdentifier } from 'pg'
import toSnakeCase from 'to-snake-case'

import type { PostgresAdapter } from './postgresAdapter.ts'

/**
 * The quoted name of a collection's main table, `undefined` for a slug the adapter does not know. The names are made
 * with the adapter's own function: `myOrders`, `my-orders` and `MyOrders` are all `my_orders`, unless a `dbName` says otherwise.
 */
export function tableOf(
  { schemaName, tableNameMap }: Pick<PostgresAdapter, 'schemaName' | 'tableNameMap'>,
  slug: string,
): string | undefined {
  const name = tableNameMap.get(toSnakeCase(slug))
  if (name === undefined) return undefined
  return [schemaName, name]
    .filter((part) => part !== undefined)
    .map((part) => escapeIdentifier(part))
    .join('.')
}
