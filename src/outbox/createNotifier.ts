import { EVENTS_NOTIFICATION } from './eventsNotification.ts'
import type { Logger } from '../kernel/logger.ts'
import type { Sql } from '../kernel/sql.ts'

/** Wakes the routers. At most one NOTIFY under way and one to follow, however many commits there are. */
export function createNotifier(sql: Sql, logger: Logger): () => void {
  let isRunning = false
  let isWanted = false
  const run = async (): Promise<void> => {
    isRunning = true
    while (isWanted) {
      isWanted = false
      try {
        await sql.query(`SELECT pg_notify('${EVENTS_NOTIFICATION}', '')`)
      } catch (err) {
        logger.warn({
          msg: 'flowmasters: workers could not be woken, they will look by themselves',
          err,
        })
      }
    }
    isRunning = false
  }
  return () => {
    isWanted = true
    if (!isRunning) void run()
  }
}
