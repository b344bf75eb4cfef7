import type { Payload, PayloadRequest } from 'payload'

import { type PostgresAdapter, postgresAdapter } from '../database/postgresAdapter.ts'
import { transactionFate } from '../database/transactionFate.ts'
import { type CommitOutcome, watchCommit } from '../database/watchCommit.ts'
import { FlowError } from '../kernel/flowError.ts'
import { createNotifier } from './createNotifier.ts'

/** Knows which transactions hold events, and what becomes of them. */
export type CommitGuard = {
  /**
   * Events were written for this request, in the transaction of the given number: wakes the routers when it commits,
   * or now when the request has no transaction.
   */
  eventsWritten: (
    req: Pick<PayloadRequest, 'transactionID'> | undefined,
    xactId: string | undefined,
  ) => Promise<void>
}

/** Rolled back transactions are mostly never heard of again; more than this many are forgotten. */
const MAX_REMEMBERED = 1_000

/**
 * Wraps the adapter's `commitTransaction`, because Payload 3 has no hook after the commit and swallows a COMMIT that
 * fails: the save would be reported as done, and document and events would both be missing.
 *
 * - A COMMIT that Postgres refused, and a transaction with events that is gone when it should be committed (a nested
 *   operation failed and rolled it back), throw FLOW_DATABASE_NOT_COMMITTED (503).
 * - A connection that broke at the COMMIT: Postgres is asked; when it cannot say, FLOW_DATABASE_COMMIT_UNKNOWN (503).
 * - A COMMIT that worked wakes the routers. After it and not by a NOTIFY inside: Postgres holds one lock for all
 *   committing transactions that notify, so each would wait for the disk of the one before. The wake-up is a
 *   hint: one that is lost costs a look of the worker's, at most a second.
 */
export function createCommitGuard(payload: Payload): CommitGuard {
  const adapter = postgresAdapter(payload)
  const { pool, sessions } = adapter
  const wake = createNotifier(pool, payload.logger)
  /** Transactions with events: their id at Payload to their number at Postgres. */
  const written = new Map<string, string | undefined>()
  const commit = adapter.commitTransaction
  adapter.commitTransaction = async (given) => {
    const key = String(await given)
    const holdsEvents = written.has(key)
    const xactId = written.get(key)
    written.delete(key)
    const outcome = await commitHeard(adapter, key, () => commit.call(adapter, given))
    if (outcome.kind === 'gone' && !holdsEvents) return
    await assertCommitted(payload, pool, outcome, xactId)
    if (holdsEvents) wake()
  }
  return {
    eventsWritten: async (req, xactId) => {
      const id = req?.transactionID ? String(await req.transactionID) : undefined
      if (id === undefined || sessions[id] === undefined) wake()
      else {
        written.set(id, xactId)
        if (written.size > MAX_REMEMBERED) forgetOldest(written, sessions)
      }
    },
  }
}

/** `gone`: the transaction had ended before it was to be committed. */
type Heard = CommitOutcome | { kind: 'gone'; cause?: unknown }

async function commitHeard(
  { sessions }: PostgresAdapter,
  key: string,
  commit: () => Promise<void>,
): Promise<Heard> {
  const session = sessions[key]
  if (!session) {
    await commit()
    return { kind: 'gone' }
  }
  const heard = watchCommit(session)
  await commit()
  return heard()
}

async function assertCommitted(
  payload: Payload,
  pool: PostgresAdapter['pool'],
  { cause, kind }: Heard,
  xactId: string | undefined,
): Promise<void> {
  if (kind === 'committed') return
  const fate = kind === 'unknown' && xactId ? await transactionFate(pool, xactId) : 'unknown'
  if (fate === 'committed') return
  payload.logger.error({ msg: 'flowmasters: a transaction was not committed', kind, err: cause })
  throw kind === 'unknown' && fate === 'unknown' ? commitUnknown(cause) : notCommitted(kind, cause)
}

function forgetOldest(written: Map<string, unknown>, sessions: PostgresAdapter['sessions']): void {
  for (const id of written.keys()) {
    if (written.size <= MAX_REMEMBERED / 2) return
    if (sessions[id] === undefined) written.delete(id)
  }
}

function notCommitted(kind: Heard['kind'], cause: unknown): FlowError {
  return new FlowError({
    code: 'FLOW_DATABASE_NOT_COMMITTED',
    message: 'nothing was saved: the transaction was rolled back',
    hint:
      kind === 'gone'
        ? 'A nested operation with the same request failed and its error was swallowed: give it a request of its own.'
        : "Try again; the server's log has the reason.",
    status: 503,
    cause,
  })
}

function commitUnknown(cause: unknown): FlowError {
  return new FlowError({
    code: 'FLOW_DATABASE_COMMIT_UNKNOWN',
    message: 'the connection to the database broke while saving: it may or may not have been saved',
    hint: 'Look at the document before you try again.',
    status: 503,
    cause,
  })
}
