import type { Payload } from 'payload'

import { lockRow } from '../database/lockRowStore.ts'
import { credentialContext } from './credentialContext.ts'
import { CREDENTIALS, type CredentialRow } from './credentialStore.ts'
import type { KeyRing } from './keyRing.ts'
import { reseal } from './reseal.ts'

/** Seals one row of the vault again, under its lock. Returns how many secrets were sealed with an older key. */
export async function resealCredential(
  payload: Payload,
  id: number | string,
  keyRing: KeyRing,
): Promise<number> {
  const transactionID = await payload.db.beginTransaction()
  const req = transactionID === null ? {} : { transactionID }
  try {
    await lockRow({ payload, req, collection: CREDENTIALS, id })
    const where = { id: { equals: id } }
    const row = await payload.db.findOne<CredentialRow>({ collection: CREDENTIALS, where, req })
    const { count, data } = row ? resealedGroups(row, keyRing) : { count: 0, data: {} }
    if (count > 0) {
      await payload.db.updateOne({ collection: CREDENTIALS, id, data, req, returning: false })
    }
    if (transactionID !== null) await payload.db.commitTransaction(transactionID)
    return count
  } catch (error) {
    if (transactionID !== null) await payload.db.rollbackTransaction(transactionID)
    throw error
  }
}

/** Every group that holds something sealed, whatever channels are installed. */
function resealedGroups(
  row: CredentialRow,
  keyRing: KeyRing,
): { count: number; data: Record<string, unknown> } {
  const context = (field: string): string => credentialContext(String(row.vaultId), field)
  const data: Record<string, unknown> = {}
  let total = 0
  for (const [name, group] of Object.entries(row)) {
    if (typeof group !== 'object' || group === null || Array.isArray(group)) continue
    const { changed, count } = reseal({ ...group }, context, keyRing)
    if (count === 0) continue
    data[name] = { ...group, ...changed }
    total += count
  }
  return { count: total, data }
}
