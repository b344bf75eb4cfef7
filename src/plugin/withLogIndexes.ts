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
 * are few, while the log grows; most events have no idempotency key; few deliveries fail; addresses are what people
 * search by. Every index of these tables is paid for with each event, so there are no others but for time and document.
 * They go through drizzle's schema, so migrations know them.
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

/** Key is the index's name without `_idx`. */
type PartialIndex = { columns: readonly string[]; where: string; isUnique?: true }

const indexes: Record<string, Record<string, PartialIndex>> = {
  event_logs: {
    event_logs_pending: { columns: ['createdAt'], where: "status = 'pending'" },
    event_logs_idempotency: {
      columns: ['idempotencyKey'],
      where: 'idempotency_key IS NOT NULL',
      isUnique: true,
    },
    event_logs_user_email: { columns: ['userEmail'], where: 'user_email IS NOT NULL' },
  },
  event_deliveries: {
    event_deliveries_due: {
      columns: ['status', 'nextAttemptAt'],
      where: "status IN ('pending', 'retrying') AND gate IS DISTINCT FROM 'held'",
    },
    // Only deliveries that have to wait for their turn are in it; most never do.
    event_deliveries_lane: {
      columns: ['subscription', 'nextAttemptAt'],
      where: 'gate IS NOT NULL',
    },
    event_deliveries_leased: { columns: ['leaseUntil'], where: "status = 'delivering'" },
    event_deliveries_message: {
      columns: ['messageId', 'channel'],
      where: 'message_id IS NOT NULL',
    },
    event_deliveries_failed: { columns: ['createdAt'], where: "status IN ('dead', 'poisoned')" },
  },
  delivery_reports: {
    delivery_reports_waiting: { columns: ['createdAt'], where: 'delivery IS NULL' },
  },
  notifications: {
    notifications_unread: { columns: ['recipient', 'seq'], where: 'read_at IS NULL' },
    notifications_read: { columns: ['readAt'], where: 'read_at IS NOT NULL' },
  },
  // Somebody agrees to a thing once at a time, whoever writes it down.
  consents: {
    consents_open: {
      columns: ['kind', 'addressHash'],
      where: 'withdrawn_at IS NULL',
      isUnique: true,
    },
  },
  // A rule has one open alert at most, whoever watches.
  system_alerts: {
    system_alerts_open: { columns: ['rule'], where: 'closed_at IS NULL', isUnique: true },
  },
}

const addIndexes: SchemaHook = ({ adapter, extendTable, schema }) => {
  for (const [tableName, wanted] of Object.entries(indexes)) {
    const table = adapter.tables[tableName]
    if (!table) throw new Error(`flowmasters: no table ${tableName} for its indexes`)
    extendTable({
      table,
      extraConfig: (column) =>
        Object.fromEntries(
          Object.entries(wanted).map(([name, it]) => [name, build(`${name}_idx`, column, it)]),
        ),
    })
  }
  return schema
}

function build(
  name: string,
  columns: Record<string, PgColumn>,
  { columns: names, isUnique, where }: PartialIndex,
): object {
  const [first, ...rest] = names.map((column) => {
    const found = columns[column]
    if (!found) throw new Error(`flowmasters: no column ${column} for index ${name}`)
    return found
  })
  if (!first) throw new Error(`flowmasters: index ${name} has no columns`)
  const start = isUnique ? uniqueIndex(name) : index(name)
  return start.on(first, ...rest).where(sql.raw(where))
}
