import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PgColumn, PgTable } from '@payloadcms/db-postgres/drizzle/pg-core'
import { index, uniqueIndex } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { Config } from 'payload'

type SchemaHook = (args: {
  adapter: { tables: Record<string, PgTable> }
  extendTable: (args: {
    table: PgTable
    extraConfig: (columns: Record<string, PgColumn>) => Record<string, object>
  }) => void
  schema: unknown
}) => unknown
type PostgresInit = { afterSchemaInit?: SchemaHook[] }

/**
 * Partial indexes Payload's field options cannot express: the router and the workers look only at rows that wait, which
 * are few, while the log grows; most events have no idempotency key; few deliveries fail. Every index of these tables is
 * paid for with each event, so there are no others but for time and document. They go through drizzle's schema, so
 * migrations know them.
 */
export function withLogIndexes(db: Config['db']): Config['db'] {
  return {
    ...db,
    init: (args) => {
      const adapter = db.init(args)
      const postgres = adapter as unknown as PostgresInit
      postgres.afterSchemaInit = [...(postgres.afterSchemaInit ?? []), addIndexes]
      return adapter
    },
  }
}

const addIndexes: SchemaHook = ({ adapter, extendTable, schema }) => {
  const logs = adapter.tables['event_logs']
  const deliveries = adapter.tables['event_deliveries']
  if (!logs || !deliveries) return schema
  extendTable({
    table: logs,
    extraConfig: (column) => ({
      event_logs_pending: on('event_logs_pending_idx', column, ['createdAt'], "status = 'pending'"),
      event_logs_idempotency: uniqueOn(
        'event_logs_idempotency_idx',
        column,
        'idempotencyKey',
        'idempotency_key IS NOT NULL',
      ),
    }),
  })
  extendTable({
    table: deliveries,
    extraConfig: (column) => ({
      event_deliveries_due: on(
        'event_deliveries_due_idx',
        column,
        ['nextAttemptAt'],
        "status IN ('pending', 'retrying')",
      ),
      event_deliveries_leased: on(
        'event_deliveries_leased_idx',
        column,
        ['leaseUntil'],
        "status = 'delivering'",
      ),
      event_deliveries_failed: on(
        'event_deliveries_failed_idx',
        column,
        ['createdAt'],
        "status IN ('dead', 'poisoned')",
      ),
    }),
  })
  return schema
}

function on(
  name: string,
  columns: Record<string, PgColumn>,
  names: readonly string[],
  where?: string,
): object {
  const [first, ...rest] = names.flatMap((column) => columns[column] ?? [])
  if (!first) throw new Error(`flowmasters: no column ${names[0]} for index ${name}`)
  const built = index(name).on(first, ...rest)
  return where ? built.where(sql.raw(where)) : built
}

function uniqueOn(
  name: string,
  columns: Record<string, PgColumn>,
  columnName: string,
  where: string,
): object {
  const column = columns[columnName]
  if (!column) throw new Error(`flowmasters: no column ${columnName} for index ${name}`)
  return uniqueIndex(name).on(column).where(sql.raw(where))
}
