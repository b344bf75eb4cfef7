import toSnakeCase from 'to-snake-case'

import type { PostgresAdapter } from './postgresAdapter.ts'

/**
 * The columns of a collection's main table by the path of their field, dots as underscores; `undefined` for a slug the
 * adapter does not know. Localised fields and those inside arrays and blocks have tables of their own.
 */
export function columnsOf(
  { tableNameMap, tables }: Pick<PostgresAdapter, 'tableNameMap' | 'tables'>,
  slug: string,
): Readonly<Record<string, { name: string } | undefined>> | undefined {
  const name = tableNameMap.get(toSnakeCase(slug))
  return name === undefined ? undefined : tables[name]
}
