import type { Payload, PayloadRequest } from 'payload'

import { postgresAdapter } from '../database/postgresAdapter.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import type { EventRow, EventWriter, WrittenEvent } from '../event-service/eventWriter.ts'
import type { CommitGuard } from './commitGuardStore.ts'
import { lockDocuments } from './lockDocumentsStore.ts'
import { writeDocumentEvents } from './writeDocumentEvents.ts'

type Transaction = Pick<PayloadRequest, 'transactionID'>
type WriteOptions = { isCaptured: boolean; hasTransaction: boolean }

/** Writes events in the caller's transaction: when the document does not commit, neither do they. */
export function createEventLogStore(payload: () => Payload, guard: () => CommitGuard): EventWriter {
  const write = async (
    rows: readonly EventRow[],
    req: Transaction | undefined,
    { hasTransaction, isCaptured }: WriteOptions,
  ): Promise<WrittenEvent[]> => {
    // A save has locked its document. One event by itself holds nothing while it waits, and the index keeps it in line.
    if (req && hasTransaction && !isCaptured) await lockDocuments(payload(), req, rows)
    const sql = await sqlOfRequest(payload(), req)
    const written = new Map<string, WrittenEvent>()
    let xactId: string | undefined
    for (const group of groupByDocument(rows)) {
      const answer = await writeDocumentEvents(sql, group)
      xactId ??= answer.xactId
      for (const [id, event] of answer.written) written.set(id, event)
    }
    await guard().eventsWritten(req, xactId)
    return rows.map(({ id }) => written.get(id) ?? { id, isDuplicate: false })
  }

  const writeTogether = async (rows: readonly EventRow[], isCaptured: boolean) => {
    const { beginTransaction, commitTransaction, rollbackTransaction } = postgresAdapter(payload())
    const { db } = payload()
    const transactionID = await beginTransaction.call(db)
    if (transactionID === null) return write(rows, undefined, { isCaptured, hasTransaction: false })
    try {
      const written = await write(rows, { transactionID }, { isCaptured, hasTransaction: true })
      await commitTransaction.call(db, transactionID)
      return written
    } catch (error) {
      await rollbackTransaction.call(db, transactionID)
      throw error
    }
  }

  return {
    write: async (rows, { isCaptured = false, req }) => {
      if (rows.length === 0) return []
      const request = req as PayloadRequest | undefined
      const hasTransaction = await isOpen(payload(), request)
      if (!hasTransaction && rows.length > 1) return writeTogether(rows, isCaptured)
      return write(rows, request, { isCaptured, hasTransaction })
    },
  }
}

async function isOpen(payload: Payload, req: PayloadRequest | undefined): Promise<boolean> {
  const id = req?.transactionID ? await req.transactionID : undefined
  return id !== undefined && postgresAdapter(payload).sessions[String(id)] !== undefined
}

/** Numbers are given per document, so one statement takes the events of one document. */
function groupByDocument(rows: readonly EventRow[]): EventRow[][] {
  const groups = new Map<string, EventRow[]>()
  for (const row of rows) {
    const key = `${row.collection ?? ''}\n${row.documentId ?? ''}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}
