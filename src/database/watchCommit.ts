import { type AdapterSession, clientOfSession } from './postgresAdapter.ts'
import { errorCode } from '../kernel/errorCode.ts'

/** What Postgres said to a COMMIT. `unknown`: nothing was heard, or the connection ended without an answer. */
export type CommitOutcome = { kind: 'committed' | 'rolledBack' | 'unknown'; cause?: unknown }

/**
 * Listens for the answer to the COMMIT that drizzle will send on this transaction: Payload's adapter throws the answer
 * away. Costs no statement. The result tells what was heard so far.
 */
export function watchCommit(session: AdapterSession): () => CommitOutcome {
  const client = clientOfSession(session)
  let heard: CommitOutcome = { kind: 'unknown' }
  const query = async (...given: Parameters<typeof client.query>) => {
    if (!isCommit(given[0])) return client.query(...given)
    try {
      const result = await client.query(...given)
      heard = { kind: commandOf(result) === 'ROLLBACK' ? 'rolledBack' : 'committed' }
      return result
    } catch (cause) {
      heard = { kind: isRefusal(cause) ? 'rolledBack' : 'unknown', cause }
      throw cause
    }
  }
  session.db.session.client = {
    query: query as typeof client.query,
    release: (error) => client.release(error),
  }
  return () => heard
}

function isCommit(statement: string | { text: string }): boolean {
  const text = typeof statement === 'string' ? statement : statement.text
  return text.trim().toLowerCase() === 'commit'
}

/** Postgres answers COMMIT of a transaction in which a statement failed with ROLLBACK, and no error. */
function commandOf(result: object): unknown {
  return Reflect.get(result, 'command')
}

/**
 * An error with an SQLSTATE is Postgres' own word that nothing was kept, but for the classes of connections (08) and of
 * a server that goes down (57): those may come when the transaction is safe already.
 */
function isRefusal(cause: unknown): boolean {
  const code = errorCode(cause) ?? ''
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|57)/.test(code)
}
