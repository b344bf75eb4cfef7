/** A subscription of the stage; with no `pace` and not paused, its deliveries go as they come. */
export type StageSubscription = {
  isPaused?: boolean
  maxConcurrency?: number
  rate?: { count: number; perMs: number }
  keepOrder?: boolean
  retryDelaysMs?: number[]
  /** Wants the events of {@link FeedStage.publish}. @default false */
  wantsEvents?: boolean
}

/** What the feed contract needs of the world around a feed. */
export type FeedStage = {
  /** Commits rows due in `delayMs` (now by default) and, unless they are to be lost, announces them. Returns their ids. */
  commit: (options: {
    count: number
    delayMs?: number
    isLost?: boolean
    /** @default '1' */
    subscription?: string
    /** Tries made before; above 0 they are retries. @default 0 */
    triedBefore?: number
  }) => Promise<string[]>
  /** Commits one event of each document, `sequence` within it, for the workers to route. */
  publish: (documents: readonly string[], sequence: number) => Promise<void>
  /** Makes or changes a subscription, and tells the workers. Every subscription of `commit` is there without. */
  subscribe: (id: string, subscription: StageSubscription) => Promise<void>
  /** Moves the clock of the circuit breakers on. */
  moveClock: (ms: number) => void
  announceAgain: (ids: readonly string[]) => Promise<void>
  startWorker: () => Promise<{ stop: () => Promise<void> }>
  /** Ids in the order their tries began; one entry per try. */
  tried: () => readonly string[]
  /** Ids in the order they arrived: their tries ended as delivered. */
  arrived: () => readonly string[]
  /** Most tries there ever were in flight. */
  mostAtOnce: () => number
  /** How tries end from now on; delivered by default. */
  answer: (
    outcomeOf: (
      subscription: string,
      deliveryId: string,
    ) => 'delivered' | 'unavailable' | 'rejected',
  ) => void
  /** From now on tries begin and do not end; of subscriptions whose id begins so, or of all. */
  holdTries: (subscription?: string) => void
  heldTries: () => number
  releaseTries: () => void
  /** Deliveries that a worker holds the lease of. */
  leased: () => Promise<number>
  /** Deliveries that wait for their turn, and how many tries they have used up together. */
  waiting: () => Promise<{ count: number; tries: number }>
  /** Deliveries that have not ended. */
  unfinished: () => Promise<number>
  /** Document and place of deliveries whose order is kept. */
  places: (ids: readonly string[]) => Promise<{ document: string; sequence: number }[]>
  /** What workers said of receivers, in order. */
  receiverStates: () => readonly string[]
  /** When rows were due, milliseconds since the epoch by the database's clock. */
  dueTimes: (ids: readonly string[]) => Promise<Map<string, number>>
  /** When their tries were written, by the same clock. */
  tryTimes: (ids: readonly string[]) => Promise<{ deliveryId: string; at: number }[]>
  /** The transport loses all it holds; nothing to do for a feed that holds nothing. */
  forget: () => Promise<void>
  /** Stops every worker and the feed. */
  close: () => Promise<void>
}
