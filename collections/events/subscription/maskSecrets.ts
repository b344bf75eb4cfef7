import type { CollectionAfterChangeHook, CollectionAfterReadHook } from 'payload'

import type { ChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import { secretFieldNames } from '../../../src/channels/secretFields.ts'
import { SECRET_MASK } from '../../../src/kernel/secretMask.ts'
import type { GeneratedSecrets } from './sealSecrets.ts'
import { GENERATED_SECRETS } from './sealSecrets.ts'
import type { StoredChannelEntry } from './storedChannels.ts'

/** Nobody reads a secret back, sealed or plain. */
export function maskSecrets(channels: ChannelRegistry): CollectionAfterReadHook {
  return ({ doc }) => mapEntries(doc, channels, (value) => (value ? SECRET_MASK : null))
}

/** The one exception: the answer to the request that made the server generate a secret. */
export function revealGeneratedSecrets(channels: ChannelRegistry): CollectionAfterChangeHook {
  return ({ doc, req }) => {
    const generated = (req.context[GENERATED_SECRETS] ?? {}) as GeneratedSecrets
    return mapEntries(doc, channels, (value, entryId, name) => generated[entryId]?.[name] ?? value)
  }
}

function mapEntries(
  doc: { channels?: StoredChannelEntry[] },
  channels: ChannelRegistry,
  replace: (value: unknown, entryId: string, fieldName: string) => unknown,
): unknown {
  if (!Array.isArray(doc.channels)) return doc
  const mapped = doc.channels.map((entry) => {
    if (!channels.has(entry.blockType)) return entry
    const copy: StoredChannelEntry = { ...entry }
    delete copy['retiredSecrets']
    for (const name of secretFieldNames(channels.get(entry.blockType))) {
      copy[name] = replace(entry[name], entry.id, name)
    }
    return copy
  })
  return { ...doc, channels: mapped }
}
