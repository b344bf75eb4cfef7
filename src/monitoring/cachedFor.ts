import type { Clock } from '../kernel/clock.ts'

/** The same answer for `ms` to all who ask, and one question at a time; a failure is not kept. */
export function cachedFor<Value>(
  ms: number,
  clock: Clock,
  ask: () => Promise<Value>,
): () => Promise<Value> {
  let kept: { at: number; value: Promise<Value> } | undefined
  return () => {
    if (kept && clock.now() - kept.at < ms) return kept.value
    const value = ask()
    const mine = { at: clock.now(), value }
    kept = mine
    value.catch(() => {
      if (kept === mine) kept = undefined
    })
    return value
  }
}
