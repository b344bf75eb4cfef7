import { setTimeout as delay } from 'node:timers/promises'

/** Waits for the work, but no longer than `timeoutMs`; says whether it was done. */
export const withinTime = (work: Promise<unknown>, timeoutMs: number): Promise<boolean> =>
  Promise.race([work.then(() => true), delay(timeoutMs, false, { ref: false })])
