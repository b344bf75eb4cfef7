import { pgSequence } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { PostgresSchemaHook } from '@payloadcms/drizzle/postgres'

/**
 * Adds the sequences that `numberField` draws from to the schema, so that migrations create them.
 * Give it to the Postgres adapter in `afterSchemaInit`.
 */
export const numberSequences: PostgresSchemaHook = ({ schema }) => {
  // Payload's schema has no place for sequences; its enums reach the migration generator as they are.
  const sequences = {
    booking_number_seq: pgSequence('booking_number_seq'),
    subscription_number_seq: pgSequence('subscription_number_seq'),
    subscription_payment_number_seq: pgSequence('subscription_payment_number_seq'),
  }
  return { ...schema, enums: Object.assign({}, schema.enums, sequences) }
}
