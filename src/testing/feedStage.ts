/** What the feed contract needs of the world around a feed. */
export type FeedStage = {
  /** Commits rows due in `delayMs` (now by default) and, unless they are to be lost, announces them. Returns their ids. */
  commit: (options: { count: number; delayMs?: number; isLost?: boolean }) => Promise<string[]>
  announceAgain: (ids: readonly string[]) => Promise<void>
  startWorker: () => Promise<{ stop: () => Promise<void> }>
  /** Ids in the order their tries began; one entry per try. */
  tried: () => readonly string[]
  /** From now on tries begin and do not end. */
  holdTries: () => void
  heldTries: () => number
  releaseTries: () => void
  /** Deliveries that a worker holds the lease of. */
  leased: () => Promise<number>
  /** When rows were due, milliseconds since the epoch by the database's clock. */
  dueTimes: (ids: readonly string[]) => Promise<Map<string, number>>
  /** When their tries were written, by the same clock. */
  tryTimes: (ids: readonly string[]) => Promise<{ deliveryId: string; at: number }[]>
  /** The transport loses all it holds; nothing to do for a feed that holds nothing. */
  forget: () => Promise<void>
  /** Stops every worker and the feed. */
  close: () => Promise<void>
}
