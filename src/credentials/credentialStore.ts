import type { Payload, PayloadRequest } from 'payload'

import type { ChannelRegistry } from '../channels/channelRegistry.ts'
import { credentialFields } from '../channels/credentialFields.ts'
import { accountGroup } from './accountGroup.ts'
import type { CredentialCheck, StoredCredential } from './storedCredential.ts'

/** The collection of the vault. */
export const CREDENTIALS = 'channel-credentials'

/** A row as Payload's adapter gives it, below hooks: secrets sealed. */
export type CredentialRow = {
  id: number | string
  name?: unknown
  channel?: unknown
  vaultId?: unknown
  expiresAt?: unknown
  lastCheck?: unknown
} & Record<string, unknown>

type Reading = { payload: Payload; channels: ChannelRegistry; req?: Partial<PayloadRequest> }

/** Every credential whose channel is installed, by id: one query for all subscriptions. */
export async function loadCredentials({
  channels,
  payload,
}: Reading): Promise<Map<string, StoredCredential>> {
  const { docs } = await payload.db.find<CredentialRow>({
    collection: CREDENTIALS,
    pagination: false,
    limit: 0,
  })
  return new Map(
    docs.flatMap((row) => {
      const credential = toStoredCredential(row, channels)
      return credential ? [[credential.id, credential]] : []
    }),
  )
}

/** One credential as it is now; `undefined` for one that is not there, or whose channel is not installed. */
export async function readCredential(
  id: number | string,
  { channels, payload, req = {} }: Reading,
): Promise<StoredCredential | undefined> {
  const row = await payload.db.findOne<CredentialRow>({
    collection: CREDENTIALS,
    where: { id: { equals: id } },
    req,
  })
  return row ? toStoredCredential(row, channels) : undefined
}

/** What the engine needs of a row. */
export function toStoredCredential(
  row: CredentialRow,
  channels: ChannelRegistry,
): StoredCredential | undefined {
  const slug = String(row.channel)
  if (!channels.has(slug)) return undefined
  const account = recordOf(row[accountGroup(slug)])
  const secrets: Record<string, string> = {}
  const values: Record<string, unknown> = {}
  for (const { isSecret, name } of credentialFields(channels.get(slug))) {
    const value = account[name]
    if (value === null || value === undefined || value === '') continue
    if (isSecret === true) secrets[name] = String(value)
    else values[name] = value
  }
  return {
    id: String(row.id),
    name: String(row.name),
    channel: slug,
    vaultId: String(row.vaultId),
    secrets,
    values,
    expiresAt: typeof row.expiresAt === 'string' ? Date.parse(row.expiresAt) : null,
    lastCheck: toCheck(recordOf(row.lastCheck)),
  }
}

function toCheck(check: Record<string, unknown>): CredentialCheck | null {
  const { account, at, code, isOk, kind, reason, reasons } = check
  if (typeof at !== 'string') return null
  return {
    at,
    kind: kind === 'refresh' ? 'refresh' : 'test',
    isOk: isOk === true,
    account: textOrNull(account),
    code: textOrNull(code),
    reason: textOrNull(reason),
    reasons: Array.isArray(reasons) ? reasons : null,
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
