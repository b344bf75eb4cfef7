import type { Logger } from '../../kernel/logger.ts'
import { errorMessage } from '../errorMessage.ts'
import { createPersistentClient } from '../persistentClient.ts'
import { withClient } from '../withClient.ts'

/** Marks the one connection each process of ours holds as long as it uses the server. */
const keeperName = 'flowmasters keeper'

export type ServerKeeper = {
  /** Lets go of the server; says whether another process still holds on to it. */
  release: () => Promise<{ isUsedByOthers: boolean }>
}

const countKeepers = async (adminUrl: string): Promise<number> =>
  withClient({
    url: adminUrl,
    timeoutMs: 2_000,
    work: async (client) => {
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int as count from pg_stat_activity where application_name = $1',
        [keeperName],
      )
      return rows[0]?.count ?? 0
    },
  })

/**
 * Holds one connection. It says to other processes that the server is in use, so that the last one to
 * leave stops it, and it says to us when the server has died, so that it is started again.
 */
export const keepServer = ({
  adminUrl,
  logger,
  restart,
}: {
  adminUrl: string
  logger: Logger
  /** Starts the server unless it runs. */
  restart: () => Promise<void>
}): ServerKeeper => {
  const connection = createPersistentClient({
    url: adminUrl,
    applicationName: keeperName,
    logger,
    onConnect: async () => undefined,
    onConnectFailed: async () => {
      try {
        await restart()
      } catch (error) {
        logger.error({
          msg: `the embedded Postgres could not be restarted: ${errorMessage(error)}`,
        })
      }
    },
  })
  return {
    release: async () => {
      await connection.stop()
      const others = await countKeepers(adminUrl).catch(() => 0)
      return { isUsedByOthers: others > 0 }
    },
  }
}
