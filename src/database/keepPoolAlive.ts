import type { EventEmitter } from 'node:events'

import type { Logger } from '../kernel/logger.ts'
import { errorMessage } from './errorMessage.ts'

/**
 * Lets a process live through the death of its database. node-postgres reports a broken connection as an `error` event,
 * and one that nobody listens to ends the process; Payload's adapter listens to a single connection of its pool. The pool
 * replaces what broke by itself: idle connections report to the pool, lent ones to themselves.
 */
export function keepPoolAlive(pool: Pick<EventEmitter, 'on'>, logger: Logger): void {
  pool.on('error', (error: Error) => {
    logger.warn({ msg: `a database connection died: ${errorMessage(error)}` })
  })
  // The borrower's statement fails too, and that is where the error is dealt with.
  const ignore = (): void => undefined
  pool.on('acquire', (client: EventEmitter) => {
    if (!client.listeners('error').includes(ignore)) client.on('error', ignore)
  })
}
