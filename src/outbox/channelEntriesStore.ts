import type { Payload, PayloadRequest } from 'payload'

import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { raiseRevisionSql } from './subscriptionStore.ts'

/** A channel entry as it is stored: secrets sealed. */
export type StoredEntry = { id: string } & Record<string, unknown>
type StoredSubscription = { id: number | string; channels?: StoredEntry[] | null }

const collection = 'event-subscriptions'

/**
 * Changes the channel entries of one subscription past hooks and access, with its row locked, so that neither a person's
 * save nor another process is undone. `change` answers null when there is nothing to do.
 */
export async function changeChannelEntries(
  payload: Payload,
  id: number | string,
  change: (entries: StoredEntry[]) => StoredEntry[] | null,
): Promise<void> {
  const transactionID = await payload.db.beginTransaction()
  const req: Partial<PayloadRequest> = transactionID === null ? {} : { transactionID }
  try {
    const sql = await sqlOfRequest(payload, req)
    await sql.query('SELECT 1 FROM event_subscriptions WHERE id::text = $1 FOR UPDATE', [
      String(id),
    ])
    const row = await payload.db.findOne<StoredSubscription>({
      collection,
      where: { id: { equals: id } },
      req,
    })
    const channels = row ? change(row.channels ?? []) : null
    if (row && channels) {
      const data = { channels }
      await payload.db.updateOne({ collection, id: row.id, data, req, returning: false })
      await sql.query(raiseRevisionSql)
    }
    if (transactionID !== null) await payload.db.commitTransaction(transactionID)
  } catch (error) {
    if (transactionID !== null) await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}

/** Switches one entry off (its receiver said 410 Gone) and tells every process. */
export async function disableChannelEntry(
  payload: Payload,
  { entryId, reason, subscriptionId }: { subscriptionId: string; entryId: string; reason: string },
): Promise<void> {
  await changeChannelEntries(payload, subscriptionId, (entries) =>
    entries.map((entry) =>
      entry.id === entryId ? { ...entry, isDisabled: true, disabledReason: reason } : entry,
    ),
  )
}
