import type { PayloadRequest } from 'payload'

import { executeSql } from './executeSql.ts'

/**
 * Lets those who decide about the same thing take turns until their transactions end: an advisory lock of Postgres, for
 * what has no row to lock yet. `subject` says what is decided, such as `enrollment`; `ids` say about whom. Documents of
 * one bulk update share a transaction and are not held apart by it: see `inTurn`.
 */
export async function advisoryLock(
  req: PayloadRequest,
  subject: string,
  ...ids: unknown[]
): Promise<void> {
  await executeSql(req, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    ['flowmasters', subject, ...ids.map(String)].join('.'),
  ])
}
