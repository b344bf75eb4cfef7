import { randomBytes } from 'node:crypto'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import type { AnyChannel } from '../../../src/channels/channel.ts'
import { credentialFields } from '../../../src/channels/credentialFields.ts'
import { isRenewed } from '../../../src/channels/isRenewed.ts'
import { secretFieldNames } from '../../../src/channels/secretFields.ts'
import { accountGroup } from '../../../src/credentials/accountGroup.ts'
import { credentialContext } from '../../../src/credentials/credentialContext.ts'
import type { CredentialRow } from '../../../src/credentials/credentialStore.ts'
import type { KeyRing } from '../../../src/credentials/keyRing.ts'
import { sealAccount } from '../../../src/credentials/sealAccount.ts'
import { lockStoredValue } from '../../lockStoredValue.ts'
import type { CredentialTools } from './credentialTools.ts'
import { isGivenSecret } from './isGivenSecret.ts'

/**
 * Encrypts what the form brought and keeps what it left masked. Runs after validation, under the row's lock: tokens that
 * were renewed while the form was open must not be undone. The row never holds a plain secret, also not in the
 * fields of another channel.
 */
export function sealCredentials({
  channels,
  keyRing,
}: CredentialTools): CollectionBeforeChangeHook {
  return async ({ collection, data, operation, originalDoc, req }) => {
    const before =
      operation === 'update' ? await lockStored(req, collection.slug, originalDoc.id) : undefined
    const slug = String(before?.channel ?? data['channel'])
    const channel = channels.get(slug)
    const given = recordOf(data[accountGroup(slug)])
    const stored = recordOf(before?.[accountGroup(slug)])
    const vaultId = before ? String(before.vaultId) : randomBytes(12).toString('hex')
    const isGiven = (value: unknown): value is string => isGivenSecret(value, keyRing())
    const account = sealAccount({
      ...{ channel, given, isGiven, vaultId },
      kept: (field) => stored[field] ?? generated(channel, { field, vaultId, keyRing: keyRing() }),
      keyRing: keyRing(),
    })
    return {
      ...data,
      ...emptyAccounts(channels.all()),
      [accountGroup(slug)]: account,
      channel: slug,
      vaultId,
      ...lifeOf({ before, data, fresh: newSecrets(channel, given, isGiven), account, channel }),
    }
  }
}

/** What a channel makes by itself where nothing was typed in, sealed. Nobody has to see it: what others need follows from it. */
function generated(
  { generateAccountSecret }: AnyChannel,
  { field, keyRing, vaultId }: { field: string; vaultId: string; keyRing: KeyRing },
): string | undefined {
  const secret = generateAccountSecret?.(field)
  return secret === undefined
    ? undefined
    : keyRing.encrypt(secret, credentialContext(vaultId, field))
}

/** The row as it is now, below the hooks, locked until the save ends. */
async function lockStored(
  req: PayloadRequest,
  collection: string,
  id: number | string,
): Promise<CredentialRow | undefined> {
  await lockStoredValue({ req, collection, id, field: 'name' })
  const where = { id: { equals: id } }
  return (await req.payload.db.findOne<CredentialRow>({ collection, where, req })) ?? undefined
}

/** What the engine writes stays as it is, unless the secrets are new: then nothing is known of them. */
function lifeOf(input: {
  before: CredentialRow | undefined
  data: Record<string, unknown>
  /** Secrets that were typed in now. */
  fresh: Record<string, string>
  account: Record<string, unknown>
  channel: AnyChannel
}): Record<string, unknown> {
  const { account, before, channel, data, fresh } = input
  const end = channel.expiryOf?.(fresh)
  if (!before || Object.keys(fresh).length > 0) {
    return {
      lastCheck: unchecked,
      expiryWarning: null,
      // A token knows its end better than the person who pastes it.
      ...(end === undefined ? {} : { expiresAt: new Date(end).toISOString() }),
    }
  }
  const { expiryWarning = null, lastCheck = null } = before
  const held = secretFieldNames(channel).filter((name) => Boolean(account[name]))
  // The engine sets the end of tokens that it renews.
  const expiresAt = isRenewed(channel, held) ? before.expiresAt : data['expiresAt']
  const isMoved = (expiresAt ?? null) !== (before.expiresAt ?? null)
  return { lastCheck, expiresAt, expiryWarning: isMoved ? null : expiryWarning }
}

const unchecked = {
  ...{ at: null, isOk: null, account: null, code: null },
  ...{ reason: null, reasons: null, kind: null },
}

function newSecrets(
  channel: AnyChannel,
  given: Record<string, unknown>,
  isGiven: (value: unknown) => value is string,
): Record<string, string> {
  const names = new Set(credentialFields(channel).map(({ name }) => name))
  const fresh: Record<string, string> = {}
  for (const name of secretFieldNames(channel)) {
    const value = given[name]
    if (names.has(name) && isGiven(value)) fresh[name] = value
  }
  return fresh
}

/** Somebody may have typed into the form of one channel before choosing another. */
function emptyAccounts(channels: readonly AnyChannel[]): Record<string, unknown> {
  return Object.fromEntries(
    channels.flatMap((channel) => {
      const fields = credentialFields(channel)
      if (fields.length === 0) return []
      return [
        [accountGroup(channel.slug), Object.fromEntries(fields.map(({ name }) => [name, null]))],
      ]
    }),
  )
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
