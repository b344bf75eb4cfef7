import { Client } from 'pg'
import type { Payload } from 'payload'
import { migrateDatabase } from '../../config/migrateDatabase.ts'
import { FlowError } from '../kernel/flowError.ts'

/** One number for all processes of this application: whoever holds it migrates, the others wait. */
const migrationLock = 4_711_202

const refusePushedSchema = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ found: string | null }>(
    "select to_regclass('payload_migrations')::text as found",
  )
  if (rows[0]?.found == null) return
  const pushed = await client.query('select 1 from payload_migrations where batch = -1')
  if (pushed.rowCount === 0) return
  throw new FlowError({
    code: 'FLOW_DATABASE_PUSHED_SCHEMA',
    message:
      'The tables of this database were made by Payload’s development mode, not by migrations.',
    hint: 'Use another database; migrating this one could lose data.',
  })
}

/**
 * Runs the committed migrations that are missing. The session's end frees the lock, so a process that is
 * killed here holds nobody up.
 *
 * @throws FLOW_DATABASE_PUSHED_SCHEMA
 */
export const migrateUnderLock = async ({
  payload,
  databaseUrl,
}: {
  payload: Payload
  databaseUrl: string
}): Promise<void> => {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'flowmasters migrate',
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await refusePushedSchema(client)
    await migrateDatabase(payload)
  } finally {
    await client.end().catch(() => undefined)
  }
}
