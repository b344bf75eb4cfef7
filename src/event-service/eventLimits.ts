/** What one event may weigh and how long a chain of events may get. */
export const eventLimits = {
  /** Bytes of the whole envelope as UTF-8. */
  maxBodyBytes: 256 * 1024,
  /** Values in `data`; each needs two bytes of JSON or more, so beyond this no body would fit. */
  maxValues: 128 * 1024,
  /** Events between this one and its first cause. A longer chain is taken for a loop. */
  maxHop: 8,
  /** Characters of an idempotency key. */
  maxKeyLength: 255,
} as const
