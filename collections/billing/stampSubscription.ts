import type { CollectionBeforeChangeHook } from 'payload'

import { clockOf } from '../../src/runtime/clockOf.ts'
import { readRow } from '../readRow.ts'

const dateFieldOf: Readonly<Record<string, string>> = {
  paused: 'pausedAt',
  cancelled: 'cancelledAt',
  expired: 'expiredAt',
}

/**
 * Notes when a subscription was paused, cancelled or expired. Going on after a pause gives the paused time back: the
 * period ends that much later. Stands after `guardStatus`, which has locked the row.
 */
export const stampSubscription: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const now = clockOf(req.payload).now()
  const before =
    operation === 'update' ? await readRow(req, collection.slug, originalDoc.id) : undefined
  const status: unknown = data['status']
  if (status === before?.['status']) return data
  const field = typeof status === 'string' ? dateFieldOf[status] : undefined
  const stamp = field && !data[field] ? { [field]: new Date(now).toISOString() } : {}
  if (status !== 'active' || !before) return { ...data, ...stamp }
  return {
    ...data,
    pausedAt: null,
    expiredAt: null,
    ...(before['status'] === 'paused' ? periodAfterPause(data, now) : {}),
  }
}

function periodAfterPause(data: Record<string, unknown>, now: number): Record<string, unknown> {
  const pausedAt = timeOf(data['pausedAt'])
  const end = timeOf(data['currentPeriodEnd'])
  if (pausedAt === undefined || end === undefined) return {}
  const pausedMs = Math.max(0, now - pausedAt)
  // What was over before the pause stays over.
  if (end <= pausedAt) return {}
  return {
    currentPeriodEnd: new Date(end + pausedMs).toISOString(),
    billingAnchor: new Date(end + pausedMs).toISOString(),
  }
}

function timeOf(value: unknown): number | undefined {
  return typeof value === 'string' || value instanceof Date ? new Date(value).getTime() : undefined
}
