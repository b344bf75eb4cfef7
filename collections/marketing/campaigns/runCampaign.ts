import type { CollectionBeforeChangeHook } from 'payload'

import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { lockStoredValue } from '../../lockStoredValue.ts'
import { nowOf } from '../../nowOf.ts'
import { assertSendable } from './assertSendable.ts'
import { audienceOf } from './audienceOf.ts'
import { dropQueued } from './dropQueued.ts'
import { fixRecipients } from './fixRecipients.ts'

const ended = new Set<unknown>(['sent', 'cancelled'])
const active = new Set<unknown>(['scheduled', 'sending'])

/**
 * What a new status of a campaign does, however it was set: planned or begun, it must have something to say; begun
 * for the first time, its recipients are fixed; ended, what waits is dropped. All of it in the save's transaction.
 */
export const runCampaign: CollectionBeforeChangeHook = async (args) => {
  const { collection, data, operation, originalDoc, req } = args
  const status: unknown = data['status']
  const id: unknown = originalDoc?.id
  const isKnown = operation === 'update' && (typeof id === 'number' || typeof id === 'string')
  const before = isKnown
    ? await lockStoredValue({ req, collection: collection.slug, id, field: 'status' })
    : undefined
  if (status === before) return data

  if (active.has(status)) await assertSendable(args)
  const at = nowOf(req.payload)
  const dates = datesOf(data, status, at)
  if (!isKnown) return { ...data, ...dates }

  const sql = await sqlOfRequest(req.payload, req)
  if (status === 'sending' && !data['audienceFixedAt']) {
    const audience = audienceOf(data['audience'])
    const recipientsCount = await fixRecipients(sql, { campaignId: id, audience, at })
    return { ...data, ...dates, audienceFixedAt: at, recipientsCount }
  }
  if (!ended.has(status)) return { ...data, ...dates }
  const dropped = await dropQueued(sql, { campaignId: id, at })
  return { ...data, ...dates, skippedCount: Number(data['skippedCount'] ?? 0) + dropped }
}

/** A campaign that goes on after a pause keeps its start. */
function datesOf(
  data: Record<string, unknown>,
  status: unknown,
  at: string,
): Record<string, string> {
  if (status === 'sending' && !data['startedAt']) return { startedAt: at }
  if (status === 'sent' && !data['completedAt']) return { completedAt: at }
  if (status === 'scheduled' && !data['scheduledAt']) return { scheduledAt: at }
  return {}
}
