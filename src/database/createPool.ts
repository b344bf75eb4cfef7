import { setTimeout as delay } from 'node:timers/promises'
import { Pool, type PoolClient } from 'pg'
import { FlowError } from '../kernel/flowError.ts'
import type { Logger } from '../kernel/logger.ts'
import type { Sql, Transact } from '../kernel/sql.ts'
import { errorMessage } from './errorMessage.ts'

/** A pool of connections, as the engine's SQL ports. */
export type Database = {
  sql: Sql
  transact: Transact
  pool: Pool
  /** Closes every connection, waiting at most 5 s for those in use. May be called again. */
  stop: () => Promise<void>
}

const stopTimeoutMs = 5_000

const rollBack = async (client: PoolClient): Promise<unknown> => {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error
  }
}

/** Postgres answers COMMIT of a transaction in which a statement failed with ROLLBACK, and no error. */
const commit = async (client: PoolClient): Promise<void> => {
  const { command } = await client.query('commit')
  if (command === 'COMMIT') return
  throw new FlowError({
    code: 'FLOW_DATABASE_COMMIT_ROLLED_BACK',
    message:
      'The transaction was rolled back: a statement in it had failed, and the error was swallowed.',
    hint: 'Let database errors pass out of the work given to transact.',
  })
}

const createTransact =
  (pool: Pool): Transact =>
  async (work) => {
    const client = await pool.connect()
    let broken: unknown
    try {
      await client.query('begin')
      const result = await work({ query: (text, values) => client.query(text, values) })
      await commit(client)
      return result
    } catch (error) {
      broken = await rollBack(client)
      throw error
    } finally {
      // A connection that could not even roll back is of no use to the next borrower.
      client.release(broken !== undefined)
    }
  }

/**
 * Opens a pool.
 *
 * @param options.max most connections at a time. @default 10
 */
export const createPool = ({
  url,
  applicationName,
  logger,
  max = 10,
}: {
  url: string
  applicationName: string
  logger: Logger
  max?: number
}): Database => {
  const pool = new Pool({
    connectionString: url,
    application_name: applicationName,
    max,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  })
  const onError = (error: Error): void =>
    logger.warn({ msg: `${applicationName}: a connection died: ${errorMessage(error)}` })
  pool.on('error', onError)
  // The pool listens to idle connections only; one that dies while lent out would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))

  let stopped: Promise<void> | undefined
  const end = async (): Promise<void> => {
    const ended = pool.end().then(() => true)
    const inTime = await Promise.race([ended, delay(stopTimeoutMs, false, { ref: false })])
    if (!inTime) logger.warn({ msg: `${applicationName}: connections still in use at the end` })
  }
  return {
    sql: { query: (text, values) => pool.query(text, values) },
    transact: createTransact(pool),
    pool,
    stop: () => (stopped ??= end()),
  }
}
