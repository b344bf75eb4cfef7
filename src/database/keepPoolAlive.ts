import type pg from 'pg'

import type { Logger } from '../kernel/logger.ts'
import { errorMessage } from './errorMessage.ts'

const guarded = new WeakSet<object>()

/**
 * Lets a process live through the death of its database. node-postgres reports a broken connection as an `error` event,
 * and one that nobody listens to ends the process; Payload's adapter listens to none of its pool. The pool
 * replaces what broke by itself: idle connections report to the pool, lent ones to themselves.
 *
 * A lent connection that broke counts against the pool until its borrower returns it, and drizzle forgets one whose
 * BEGIN failed: what has not come back `reclaimAfterMs` after its end is taken out of the count. May be called again.
 */
export function keepPoolAlive(
  pool: pg.Pool,
  logger: Logger,
  { reclaimAfterMs = 5_000 }: { reclaimAfterMs?: number } = {},
): void {
  if (guarded.has(pool)) return
  guarded.add(pool)
  pool.on('error', (error: Error) => {
    logger.warn({ msg: `a database connection died: ${errorMessage(error)}` })
  })
  const watched = new WeakSet<pg.PoolClient>()
  const lent = new WeakSet<pg.PoolClient>()
  const reclaim = (client: pg.PoolClient): void => {
    if (!lent.has(client)) return
    const { release } = client
    // A borrower that wakes up late must not return it twice.
    client.release = () => undefined
    release(true)
    logger.warn({ msg: 'a dead database connection was never returned to the pool: taken back' })
  }
  pool.on('acquire', (client) => {
    lent.add(client)
    if (watched.has(client)) return
    watched.add(client)
    // The borrower's statement fails too, and that is where the error is dealt with.
    client.on('error', () => undefined)
    client.once('end', () => void setTimeout(() => reclaim(client), reclaimAfterMs).unref())
  })
  pool.on('release', (_error, client) => void lent.delete(client))
}
