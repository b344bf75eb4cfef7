/** A sleep that can be cut short; a wake-up during work is remembered. */
export type Wakeable = {
  wake: () => void
  /** Resolves after `ms`, or at once when woken since the last sleep. */
  sleep: (ms: number) => Promise<void>
}

/** One sleeper, many who wake. */
export function createWakeable(): Wakeable {
  let isAwake = false
  let rouse: (() => void) | undefined
  return {
    wake: () => {
      isAwake = true
      rouse?.()
    },
    sleep: async (ms) => {
      if (!isAwake) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          rouse = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        rouse = undefined
      }
      isAwake = false
    },
  }
}
