import type { CollectionAfterReadHook } from 'payload'

import type { ChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import { credentialFields } from '../../../src/channels/credentialFields.ts'
import { secretFieldNames } from '../../../src/channels/secretFields.ts'
import { accountGroup } from '../../../src/credentials/accountGroup.ts'
import { isEnvironmentReference } from '../../../src/credentials/environmentReference.ts'
import { SECRET_MASK } from '../../../src/kernel/secretMask.ts'

/** Nobody reads a secret back, sealed or plain; the name of a variable is none. */
export function maskCredentials(channels: ChannelRegistry): CollectionAfterReadHook {
  const kept = channels.all().filter((channel) => credentialFields(channel).length > 0)
  return ({ doc }) => {
    const masked: Record<string, unknown> = { ...doc }
    for (const channel of kept) {
      const name = accountGroup(channel.slug)
      const account: unknown = doc[name]
      if (typeof account !== 'object' || account === null) continue
      const secrets = new Set(secretFieldNames(channel))
      masked[name] = Object.fromEntries(
        Object.entries(account).map(([field, value]) => [
          field,
          secrets.has(field) ? maskOf(value) : value,
        ]),
      )
    }
    return masked
  }
}

function maskOf(value: unknown): unknown {
  if (!value) return null
  return isEnvironmentReference(value) ? value : SECRET_MASK
}
