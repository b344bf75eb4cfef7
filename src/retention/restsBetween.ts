import { setImmediate, setTimeout } from 'node:timers/promises'

/** A tenth of one connection's time at most, so that deliveries hardly notice. */
const RESTS_PER_WORK = 9
/** Whoever has so much to do that this is not enough goes on without rests: the log must not grow for ever. */
const HURRY_AFTER_MS = 20 * 60_000

/** What the rests are made of; tests bring their own. */
export type RestTools = {
  /** Ends a rest at once. */
  signal?: AbortSignal | undefined
  /** Milliseconds of a clock that is never set. @default performance.now */
  clock?: () => number
  pause?: (ms: number) => Promise<unknown>
}

/**
 * For work in the background that is done in many small steps: gives others nine times as long as the last step took, for the first twenty
 * minutes.
 */
export function restsBetween({ clock = () => performance.now(), pause, signal }: RestTools) {
  const rest =
    pause ??
    ((ms: number): Promise<unknown> =>
      setTimeout(ms, undefined, { ...(signal ? { signal } : {}) }).catch(() => undefined))
  const startedAt = clock()
  let stepAt = startedAt
  return async (): Promise<void> => {
    const now = clock()
    const isHurried = now - startedAt >= HURRY_AFTER_MS
    // Even then others first: the claims and results of this process wait in the same loop.
    if (isHurried || signal?.aborted) await setImmediate()
    else await rest((now - stepAt) * RESTS_PER_WORK)
    stepAt = clock()
  }
}
