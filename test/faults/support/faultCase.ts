import type { Child } from './childProcess.ts'
import type { Cluster } from './cluster.ts'
import type { Losses } from './losses.ts'
import type { Sink } from './sink.ts'

/** Sizes of a run, from the command line. */
export type FaultSettings = {
  kills: number
  rounds: number
  seed: number
  events: number
  seconds: number
  /** What tells workers of due deliveries, unless a case insists. */
  feed: Feed
}

export type Feed = 'table' | 'redis'

/** What a case works with. Between cases everything is empty and nobody runs. */
export type FaultWorld = {
  cluster: Cluster
  sink: Sink
  settings: FaultSettings
  random: () => number
  /** Deaths and what they left behind. */
  losses: Losses
  /** A fresh process, on the feed of the settings unless another one is asked for. */
  takeChild: (feed?: Feed) => Promise<Child>
  /** Sends a command to the suite's own Redis. */
  flushRedis: () => Promise<void>
  /** Progress, one line. */
  say: (line: string) => void
}

/** One row of the final table. Empty `problems`: passed. */
export type FaultReport = {
  rounds: number
  kills: number
  events: number
  lost: number
  ghosts: number
  duplicates: number
  inFlight: number
  longestRecoveryMs: number
  problems: string[]
}

/** A case by its name on the command line. */
export type FaultCase = {
  name: string
  title: string
  /** Needs a redis-server on this machine. */
  needsRedis?: boolean
  run: (world: FaultWorld) => Promise<FaultReport>
}
