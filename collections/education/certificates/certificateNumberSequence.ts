import { pgSequence } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { PostgresSchemaHook } from '@payloadcms/drizzle/postgres'

/**
 * Adds the sequence certificate numbers are drawn from to the schema, so that migrations create it.
 * Give it to the Postgres adapter as `afterSchemaInit`.
 */
export const certificateNumberSequence: PostgresSchemaHook = ({ schema }) => {
  // Payload's schema has no place for sequences; its enums reach the migration generator as they are.
  const sequences = { certificate_number_seq: pgSequence('certificate_number_seq') }
  return { ...schema, enums: Object.assign({}, schema.enums, sequences) }
}
