import type { RoutableSubscription } from '../subscription-filter/routing.ts'

/** A channel entry of a subscription, parsed and ready; secrets stay sealed until a try needs them. */
export type ActiveChannel = {
  /** Id of the entry: part of a delivery's unique key. */
  entryId: string
  channel: string
  isEnabled: boolean
  /** Parsed by the channel's own schema; null when what is stored no longer parses. */
  target: unknown
  /** For lists and logs, without secrets. */
  targetLabel: string
  /** Why `target` is null. */
  problem: string | null
  sealedSecrets: Record<string, string>
  retiredSecrets: { field: string; sealed: string; validUntil: string }[]
}

/** A subscription as router and worker hold it in memory. */
export type ActiveSubscription = RoutableSubscription & {
  id: string
  channels: ActiveChannel[]
  /** Own schedule in milliseconds; null for the default. */
  retryDelaysMs: number[] | null
}
