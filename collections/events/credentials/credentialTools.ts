import type { ChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import type { KeyRing } from '../../../src/credentials/keyRing.ts'
import type { Clock } from '../../../src/kernel/clock.ts'

/** What the hooks of the vault work with; the key ring is a getter, because it starts after the config is built. */
export type CredentialTools = {
  channels: ChannelRegistry
  keyRing: () => KeyRing
  clock: Clock
}
