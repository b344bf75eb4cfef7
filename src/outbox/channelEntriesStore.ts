import type { Payload, PayloadRequest } from 'payload'

import type { Reason } from '../channels/reason.ts'
import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { raiseRevisionSql } from './subscriptionStore.ts'

/** A channel entry as it is stored: secrets sealed. */
export type StoredEntry = { id: string } & Record<string, unknown>
type StoredSubscription = { id: number | string; channels?: StoredEntry[] | null }

const collection = 'event-subscriptions'

/** The part of a request that stands for its transaction. */
type Transaction = Partial<Pick<PayloadRequest, 'transactionID'>>

/**
 * Changes the channel entries of one subscription past hooks and access, with its row locked, so that neither a person's
 * save nor another process is undone. `change` answers null when there is nothing to do. Unless the change `isSilent`,
 * every process is told of it.
 */
export async function changeChannelEntries(
  payload: Payload,
  id: number | string,
  change: (entries: StoredEntry[]) => StoredEntry[] | null,
  { isSilent = false }: { isSilent?: boolean } = {},
): Promise<void> {
  const transactionID = await payload.db.beginTransaction()
  const req: Partial<PayloadRequest> = transactionID === null ? {} : { transactionID }
  try {
    await changeEntries(payload, req, id, { change, isSilent })
    if (transactionID !== null) await payload.db.commitTransaction(transactionID)
  } catch (error) {
    if (transactionID !== null) await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}

async function changeEntries(
  payload: Payload,
  req: Transaction,
  id: number | string,
  {
    change,
    isSilent = false,
  }: { change: (entries: StoredEntry[]) => StoredEntry[] | null; isSilent?: boolean },
): Promise<boolean> {
  const sql = await sqlOfRequest(payload, req)
  await sql.query('SELECT 1 FROM event_subscriptions WHERE id::text = $1 FOR UPDATE', [String(id)])
  const row = await payload.db.findOne<StoredSubscription>({
    collection,
    where: { id: { equals: id } },
    req,
  })
  const channels = row ? change(row.channels ?? []) : null
  if (!row || !channels) return false
  const data = { channels }
  await payload.db.updateOne({ collection, id: row.id, data, req, returning: false })
  if (!isSilent) await sql.query(raiseRevisionSql)
  return true
}

/**
 * Switches one entry off (its receiver is gone, or took nothing for days) in the caller's transaction and tells every
 * process when that commits. False when it was off already or is not there any more.
 */
export async function disableChannelEntry(
  payload: Payload,
  req: Transaction,
  {
    entryId,
    reason,
    reasons,
    subscriptionId,
  }: {
    subscriptionId: string
    entryId: string
    reason: string
    reasons: readonly Reason[] | null
  },
): Promise<boolean> {
  const change = (entries: StoredEntry[]): StoredEntry[] | null => {
    const isOn = entries.some(({ id, isDisabled }) => id === entryId && isDisabled !== true)
    if (!isOn) return null
    return entries.map((entry) =>
      entry.id === entryId
        ? { ...entry, isDisabled: true, disabledReason: reason, disabledReasons: reasons }
        : entry,
    )
  }
  return changeEntries(payload, req, subscriptionId, { change })
}
