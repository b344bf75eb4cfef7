import type { Payload } from 'payload'

import { CREDENTIALS } from '../credentials/credentialStore.ts'
import type { KeyRing } from '../credentials/keyRing.ts'
import { reseal } from '../credentials/reseal.ts'
import { resealCredential } from '../credentials/resealCredentialStore.ts'
import { secretContext } from '../credentials/secretContext.ts'
import { FlowError } from '../kernel/flowError.ts'
import { PUSH_DEVICES } from '../push-devices/pushDevices.ts'
import { resealDevice } from '../push-devices/resealDeviceStore.ts'
import { changeChannelEntries, type StoredEntry } from './channelEntriesStore.ts'

/** What a rotation of keys did. */
export type ResealReport = {
  /** Rows looked at: credentials, subscriptions and devices. */
  rows: number
  /** Secrets sealed again; 0 on a run after a run. */
  resealed: number
  /** Rows that could not be opened, with the code why; they are as they were. */
  failed: { collection: string; id: number | string; code: string }[]
}

/** How a rotation goes about it. */
export type ResealOptions = {
  keyRing: KeyRing
  /** Called between batches; deliveries and people go first. */
  pause: () => Promise<void>
  /** Rows between two pauses. @default 20 */
  batchSize?: number
  signal?: AbortSignal
}

type Row = { collection: string; id: number | string }

/**
 * Seals everything again that an older key has sealed: credentials, secrets typed into subscriptions, secrets rotated away
 * and still valid, addresses of devices. One short transaction per row, so it may be stopped and run again at any time, also while
 * deliveries go on: a sealed value in memory opens as long as its key is in the ring, so nobody has to be told.
 */
export async function resealSecrets(
  payload: Payload,
  { batchSize = 20, keyRing, pause, signal }: ResealOptions,
): Promise<ResealReport> {
  const report: ResealReport = { rows: 0, resealed: 0, failed: [] }
  const rows = [
    ...(await idsOf(payload, CREDENTIALS)),
    ...(await idsOf(payload, 'event-subscriptions')),
    ...(await idsOf(payload, PUSH_DEVICES)),
  ]
  for (const row of rows) {
    if (signal?.aborted) break
    if (report.rows > 0 && report.rows % batchSize === 0) await pause()
    report.rows += 1
    try {
      report.resealed += await resealRow(payload, row, keyRing)
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      report.failed.push({ ...row, code: error.code })
    }
  }
  return report
}

async function idsOf(payload: Payload, collection: string): Promise<Row[]> {
  const { docs } = await payload.db.find<{ id: number | string }>({
    collection,
    pagination: false,
    limit: 0,
    sort: 'id',
    select: { id: true },
  })
  return docs.map(({ id }) => ({ collection, id }))
}

async function resealRow(
  payload: Payload,
  { collection, id }: Row,
  keyRing: KeyRing,
): Promise<number> {
  if (collection === CREDENTIALS) return resealCredential(payload, id, keyRing)
  if (collection === PUSH_DEVICES) return resealDevice(payload, id, keyRing)
  let count = 0
  await changeChannelEntries(
    payload,
    id,
    (entries) => {
      const resealed = entries.map((entry) => resealEntry(entry, keyRing))
      count = resealed.reduce((sum, entry) => sum + entry.count, 0)
      return count === 0 ? null : resealed.map(({ entry }) => entry)
    },
    { isSilent: true },
  )
  return count
}

function resealEntry(entry: StoredEntry, keyRing: KeyRing): { entry: StoredEntry; count: number } {
  const context = (field: string): string => secretContext(entry.id, field)
  const own = reseal(entry, context, keyRing)
  const given: unknown = entry['retiredSecrets']
  const stored: { field: string; sealed: string }[] = Array.isArray(given) ? given : []
  const retired = stored.map((secret) => ({
    secret,
    resealed: reseal({ [secret.field]: secret.sealed }, context, keyRing),
  }))
  const retiredSecrets = retired.map(({ resealed, secret }) => ({
    ...secret,
    sealed: resealed.changed[secret.field] ?? secret.sealed,
  }))
  return {
    entry: {
      ...entry,
      ...own.changed,
      ...(stored.length > 0 ? { retiredSecrets } : {}),
    },
    count: retired.reduce((sum, { resealed }) => sum + resealed.count, own.count),
  }
}
