import type { Child } from './childProcess.ts'
import type { Cluster } from './cluster.ts'
import type { FaultRedis } from './faultRedis.ts'
import type { Losses } from './losses.ts'
import type { ChildSetup } from './messages.ts'
import type { Sink } from './sink.ts'

/** Sizes of a run, from the command line. */
export type FaultSettings = {
  kills: number
  /** Lengthens the pauses between random deaths: old processes do more work than fresh ones. */
  calm: number
  rounds: number
  seed: number
  events: number
  seconds: number
  /** How long what goes away stays away, in seconds. */
  away: number
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
  /** A fresh process with a setup of its own. */
  startChild: (setup?: Partial<ChildSetup>) => Promise<Child>
  /** The suite's own Redis. Throws in cases that have not said they need it. */
  redis: () => FaultRedis
  /** Puts something right again when the case is over, however it ended: nobody of it runs any more, the last word first. */
  atEnd: (work: () => Promise<unknown>) => void
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
  /** Needs the right to mount a file system. */
  needsMount?: boolean
  run: (world: FaultWorld) => Promise<FaultReport>
}
