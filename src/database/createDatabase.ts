import { escapeIdentifier } from 'pg'
import { errorCode } from '../kernel/errorCode.ts'
import { withClient } from './withClient.ts'

/** duplicate_database, and the unique violation two creators at once run into. */
const existsAlready = new Set(['42P04', '23505'])

/**
 * Creates the database when it is missing; says whether it did.
 *
 * @param options.adminUrl a connection string to another database of the same server (`postgres`).
 */
export const createDatabase = ({
  adminUrl,
  name,
}: {
  adminUrl: string
  name: string
}): Promise<boolean> =>
  withClient({
    url: adminUrl,
    timeoutMs: 30_000,
    work: async (client) => {
      const found = await client.query('select 1 from pg_database where datname = $1', [name])
      if (found.rowCount !== 0) return false
      try {
        await client.query(`create database ${escapeIdentifier(name)}`)
        return true
      } catch (error) {
        if (existsAlready.has(errorCode(error) ?? '')) return false
        throw error
      }
    },
  })
