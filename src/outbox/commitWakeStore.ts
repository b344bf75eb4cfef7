import type { Payload, PayloadRequest } from 'payload'

import type { Logger } from '../kernel/logger.ts'
import type { Sql } from '../kernel/sql.ts'

/** Channel that wakes routers; the payload is empty, the rows are the message. */
export const EVENTS_NOTIFICATION = 'flowmasters_events'

/** Tells the routers about events as soon as they can be seen. */
export type CommitWake = {
  /** Events were written for this request: wake when its transaction commits, or now when it has none. */
  eventsWritten: (req: Pick<PayloadRequest, 'transactionID'> | undefined) => Promise<void>
}

type Committing = {
  commitTransaction: (id: string | number | Promise<string | number>) => Promise<void>
  sessions?: Record<string, unknown>
  pool: Sql
}

/**
 * A wake-up after the commit instead of a NOTIFY inside the transaction: Postgres holds one lock for all committing
 * transactions that notify, so each would wait for the disk of the one before (half the writes per second on a slow disk).
 * Payload has no hook after the commit; the adapter's own `commitTransaction` is wrapped. The wake-up is a hint:
 * one that is lost costs a look of the worker's, at most a second.
 */
export function createCommitWake(payload: Payload): CommitWake {
  const adapter = payload.db as unknown as Committing
  const dirty = new Set<string>()
  const wake = createNotifier(adapter.pool, payload.logger)
  const commit = adapter.commitTransaction
  adapter.commitTransaction = async function (this: unknown, id) {
    const key = String(await id)
    await commit.call(this, id)
    if (dirty.delete(key)) wake()
  }
  return {
    eventsWritten: async (req) => {
      const id = req?.transactionID ? String(await req.transactionID) : undefined
      if (id === undefined || adapter.sessions?.[id] === undefined) wake()
      else {
        dirty.add(id)
        // Rolled back transactions never come to the wrapper; forget them now and then.
        if (dirty.size > 1_000) forgetEnded(dirty, adapter.sessions)
      }
    },
  }
}

function forgetEnded(dirty: Set<string>, sessions: Record<string, unknown>): void {
  for (const id of dirty) if (sessions[id] === undefined) dirty.delete(id)
}

/** At most one NOTIFY under way and one to follow, however many commits there are. */
function createNotifier(sql: Sql, logger: Logger): () => void {
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
