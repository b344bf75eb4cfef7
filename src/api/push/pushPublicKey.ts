import type { Payload } from 'payload'

import type { AnyChannel } from '../../channels/channel.ts'
import { loadCredentials } from '../../credentials/credentialStore.ts'
import { openCredential } from '../../credentials/openCredential.ts'
import type { FlowRuntime } from '../../runtime/flowRuntime.ts'

type Needed = Pick<FlowRuntime, 'channels' | 'keyRing' | 'variables'>

/**
 * The public key that browsers subscribe with, base64url: of the stored credentials marked as the site's own, else of the
 * keys in the environment, else of the only stored credentials there are. Undefined when none of these is.
 */
export async function pushPublicKey(
  payload: Payload,
  { channels, keyRing, variables }: Needed,
): Promise<string | undefined> {
  const channel = channels.all().find(({ devices }) => devices?.publicKey !== undefined)
  if (channel === undefined) return undefined
  const stored = [...(await loadCredentials({ payload, channels })).values()]
    .filter((credential) => credential.channel === channel.slug)
    .sort((one, other) => Number(one.id) - Number(other.id))
  const keyOf = (credential: (typeof stored)[number] | undefined): string | undefined =>
    credential && publicKeyOf(channel, openCredential(credential, { keyRing, variables }))
  return (
    keyOf(stored.find(({ values }) => values['isDefault'] === true)) ??
    publicKeyOf(channel) ??
    (stored.length === 1 ? keyOf(stored[0]) : undefined)
  )
}

function publicKeyOf(
  { devices }: AnyChannel,
  secrets?: Readonly<Record<string, string>>,
): string | undefined {
  return devices?.publicKey?.(secrets)
}
