/** A delivery that has just become due, or will be. */
export type FeedItem = { deliveryId: string; channel: string; delayMs: number }

/**
 * How due deliveries reach the workers. Rows are the truth and a feed only carries ids, so a feed may lose, repeat or
 * reorder them: the worker claims each id in the database before it acts, and a sweeper finds what was lost.
 */
export type DeliveryFeed = {
  readonly name: 'table' | 'redis'
  /** True when fresh rows may be leased to the worker that routed them instead of going through the feed. */
  readonly handsOver: boolean
  /** How long a due row is left to this feed before the sweeper takes it from the table; may change at any time. */
  readonly graceMs: number
  /** Tells the feed about committed rows. Must not throw: what it cannot carry the sweeper finds. */
  announce: (items: readonly FeedItem[]) => Promise<void>
  /** Begins to hand ids to this process; `receive` resolves when the delivery has been dealt with. */
  start: (receive: (deliveryId: string) => Promise<void>) => Promise<void>
  /** Hands out nothing more and waits for what it handed out. */
  stop: () => Promise<void>
  /** For health: false when the transport is known to be away. */
  isHealthy: () => boolean
}
