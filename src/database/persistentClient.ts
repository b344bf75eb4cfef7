import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { Logger } from '../kernel/logger.ts'
import { errorMessage } from './errorMessage.ts'

export type PersistentClientOptions = {
  url: string
  applicationName: string
  logger: Logger
  /** Runs on every new connection before it counts as connected; a throw drops the connection. */
  onConnect: (client: Client, connection: { isFirst: boolean }) => Promise<void>
  /** Runs after each failed attempt to connect. */
  onConnectFailed?: (error: unknown) => Promise<void>
  /** How often a silent connection is asked for a sign of life, in milliseconds. @default 30000 */
  heartbeatMs?: number
}

export type PersistentClient = {
  /** The connection of this moment, while there is one. */
  current: () => Client | undefined
  /** Closes for good. May be called again. */
  stop: () => Promise<void>
}

const longestWaitMs = 5_000
const endTimeoutMs = 1_000

/** 100 ms doubling up to 5 s, less up to a half so that many processes do not come back as one. */
const waitBeforeRetry = (failures: number): number =>
  Math.min(longestWaitMs, 100 * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2)

const connect = async ({ url, applicationName }: PersistentClientOptions): Promise<Client> => {
  const client = new Client({
    connectionString: url,
    application_name: applicationName,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    await endWithin(client)
    throw error
  }
}

/** A clean good-bye waits for the peer, and the peer may be gone. */
const endWithin = async (client: Client): Promise<void> => {
  const ended = client.end().catch(() => undefined)
  await Promise.race([ended, delay(endTimeoutMs, undefined, { ref: false })])
}

const untilClosed = (client: Client, heartbeatMs: number): Promise<void> =>
  new Promise((resolve) => {
    // A cable pulled out sends no error; a question without an answer within query_timeout tells.
    const heartbeat = setInterval(() => {
      client.query('select 1').catch(() => close())
    }, heartbeatMs)
    heartbeat.unref()
    const close = (): void => {
      clearInterval(heartbeat)
      resolve()
    }
    client.once('end', close)
    client.once('error', close)
  })

/** One connection that comes back for ever, until stopped. */
export const createPersistentClient = (options: PersistentClientOptions): PersistentClient => {
  const { applicationName, logger, onConnect, onConnectFailed, heartbeatMs = 30_000 } = options
  const stopping = new AbortController()
  let current: Client | undefined
  let isFirst = true
  let failures = 0

  const serve = async (): Promise<void> => {
    const client = await connect(options)
    current = client
    const closed = untilClosed(client, heartbeatMs)
    try {
      if (stopping.signal.aborted) return
      await onConnect(client, { isFirst })
      isFirst = false
      failures = 0
      await closed
    } finally {
      current = undefined
      await endWithin(client)
    }
  }

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await serve()
        if (!stopping.signal.aborted) logger.warn({ msg: `${applicationName}: connection closed` })
      } catch (error) {
        if (stopping.signal.aborted) return
        logger.warn({ msg: `${applicationName}: no connection: ${errorMessage(error)}` })
        await onConnectFailed?.(error)
      }
      const pause = waitBeforeRetry(failures)
      failures += 1
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const running = run()
  return {
    current: () => current,
    stop: async () => {
      stopping.abort()
      if (current !== undefined) await endWithin(current)
      await running
    },
  }
}
