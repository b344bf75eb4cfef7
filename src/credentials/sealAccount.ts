import type { AnyChannel } from '../channels/channel.ts'
import { credentialFields } from '../channels/credentialFields.ts'
import { credentialContext } from './credentialContext.ts'
import { isEnvironmentReference } from './environmentReference.ts'
import type { KeyRing } from './keyRing.ts'

/**
 * The account's values as they are stored: secrets sealed, names of variables as they are. `kept` gives the stored value
 * of a secret that was not given anew.
 */
export function sealAccount(input: {
  channel: AnyChannel
  given: Readonly<Record<string, unknown>>
  kept: (field: string) => unknown
  isGiven: (value: unknown) => value is string
  vaultId: string
  keyRing: KeyRing
}): Record<string, unknown> {
  const { channel, given, isGiven, kept, keyRing, vaultId } = input
  return Object.fromEntries(
    credentialFields(channel).map(({ isSecret, name }) => {
      const value = given[name]
      if (isSecret !== true) return [name, value ?? null]
      if (!isGiven(value)) return [name, kept(name) ?? null]
      if (isEnvironmentReference(value)) return [name, value]
      return [name, keyRing.encrypt(value, credentialContext(vaultId, name))]
    }),
  )
}
