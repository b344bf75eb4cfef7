import { randomBytes } from 'node:crypto'
import type { CollectionBeforeChangeHook } from 'payload'

import type { AnyChannel } from '../../../src/channels/channel.ts'
import type { ChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import { credentialFields } from '../../../src/channels/credentialFields.ts'
import { secretFieldNames } from '../../../src/channels/secretFields.ts'
import type { KeyRing } from '../../../src/credentials/keyRing.ts'
import { secretContext } from '../../../src/credentials/secretContext.ts'
import { SECRET_MASK } from '../../../src/kernel/secretMask.ts'
import type { StoredChannelEntry } from './storedChannels.ts'
import { lockStoredChannels } from './storedChannels.ts'

/** Secrets the server generated during this request, by entry id and field: shown once, in its answer. */
export type GeneratedSecrets = Record<string, Record<string, string>>

/** Key of {@link GeneratedSecrets} in `req.context`. */
export const GENERATED_SECRETS = 'flowmastersGeneratedSecrets'

/**
 * Encrypts what the form brought, keeps what it left masked, generates what it left empty.
 * Runs after validation; the row never holds a plain secret.
 */
export function sealSecrets(options: {
  channels: ChannelRegistry
  keyRing: () => KeyRing
}): CollectionBeforeChangeHook {
  return async ({ collection, data, operation, originalDoc, req }) => {
    const entries: StoredChannelEntry[] | undefined = data['channels']
    if (!Array.isArray(entries)) return data
    const stored =
      operation === 'update' ? await lockStoredChannels(req, collection.slug, originalDoc.id) : []
    const generated: GeneratedSecrets = {}
    const channels = entries.map((entry) => {
      const id = entry.id ?? randomBytes(12).toString('hex')
      const before = stored.find((candidate) => candidate.id === id)
      const channel = options.channels.get(entry.blockType)
      return sealEntry({
        channel,
        entry: { ...entry, id },
        before,
        generated,
        keyRing: options.keyRing(),
      })
    })
    req.context[GENERATED_SECRETS] = generated
    return { ...data, channels }
  }
}

function sealEntry(input: {
  channel: AnyChannel
  entry: StoredChannelEntry
  before: StoredChannelEntry | undefined
  generated: GeneratedSecrets
  keyRing: KeyRing
}): StoredChannelEntry {
  const { channel, entry, before, generated, keyRing } = input
  const names = secretFieldNames(channel)
  const accountFields = new Set(credentialFields(channel).map((field) => field.name))
  if (names.length === 0) return entry
  const sealed: StoredChannelEntry = {
    ...entry,
    retiredSecrets: before?.['retiredSecrets'] ?? null,
  }
  for (const name of names) {
    const given = entry[name]
    const storedValue = before?.[name]
    // A save that does not mention the channels comes with the value Payload read before; the row's own is newer.
    const isKept =
      given === undefined ||
      given === null ||
      given === '' ||
      given === SECRET_MASK ||
      keyRing.isSealed(given)
    if (isKept && keyRing.isSealed(storedValue)) {
      sealed[name] = storedValue
      continue
    }
    let plain = isKept ? undefined : String(given)
    // Chosen credentials bring those of the account.
    const isBrought = Boolean(entry['credentials']) && accountFields.has(name)
    if (plain === undefined && channel.generateSecret && !isBrought) {
      plain = channel.generateSecret(name)
      generated[entry.id] = { ...generated[entry.id], [name]: plain }
    }
    sealed[name] =
      plain === undefined ? null : keyRing.encrypt(plain, secretContext(entry.id, name))
  }
  return sealed
}
