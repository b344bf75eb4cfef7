import type { MessageKind } from '../delivery/addressBook.ts'
import type { AccountPace, Pace } from '../pace/pace.ts'
import type { StoredCredential } from '../credentials/storedCredential.ts'
import type { RoutableSubscription } from '../subscription-filter/routing.ts'
import type { TemplateLibrary } from '../templates/templateLibrary.ts'

/** A channel entry of a subscription, parsed and ready; secrets stay sealed until a try needs them. */
export type ActiveChannel = {
  /** Id of the entry: part of a delivery's unique key. */
  entryId: string
  channel: string
  isEnabled: boolean
  /** @default ordinary */
  kind?: MessageKind
  /** Parsed by the channel's own schema; null when what is stored no longer parses. */
  target: unknown
  /** For lists and logs, without secrets. */
  targetLabel: string
  /** Why `target` is null. */
  problem: string | null
  sealedSecrets: Record<string, string>
  retiredSecrets: { field: string; sealed: string; validUntil: string }[]
  /** How fast its account may be used; absent where the service sets no bound. */
  accountPace?: AccountPace
  /** The account out of the vault; absent when it was typed into the subscription. */
  credential?: StoredCredential
  /** What the chosen template may name; absent without one. */
  library?: TemplateLibrary
}

/** A subscription as router and worker hold it in memory. */
export type ActiveSubscription = RoutableSubscription & {
  id: string
  channels: ActiveChannel[]
  /** Own schedule in milliseconds; null for the default. */
  retryDelaysMs: number[] | null
  /** Deliveries are made and wait. */
  isPaused: boolean
  /** Null when its deliveries go as fast as they come, in any order. */
  pace: Pace | null
}
