import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'

import { migrations } from '../migrations/index.ts'

/**
 * Runs the committed migrations the database has not seen, from memory: no file is looked for, so it works
 * from a bundle too. Two processes must not do this at once; the caller holds the lock.
 */
export async function migrateDatabase(payload: Payload): Promise<void> {
  await payload.db.migrate({
    // Payload types a migration's argument as unknown; ours say what they get.
    migrations: migrations.map(({ name, up, down }) => ({
      name,
      up: (args: unknown) => up(args as MigrateUpArgs),
      down: (args: unknown) => down(args as MigrateDownArgs),
    })),
  })
}
