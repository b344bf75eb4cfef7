import { type Child, startChild } from './childProcess.ts'
import type { ChildSetup } from './messages.ts'

/** Processes kept ready, so that a killed one is replaced at once. */
export type Crew = {
  take: () => Promise<Child>
  /** Kills everything that was ever handed out or kept ready. */
  disband: () => Promise<void>
}

const MAX_STARTS = 5

/** Starting a Payload takes seconds; `spares` of them, run from `file`, wait in the wings. */
export function createCrew(file: string, setup: ChildSetup, spares: number): Crew {
  const ready: Promise<Child>[] = []
  const everybody: Promise<Child>[] = []
  let isDisbanded = false
  const refill = (): void => {
    while (!isDisbanded && ready.length < spares) {
      const child = startChild(file, setup)
      child.catch(() => undefined)
      ready.push(child)
      everybody.push(child)
    }
  }
  return {
    take: async () => {
      for (let attempt = 1; ; attempt += 1) {
        refill()
        const next = ready.shift()
        refill()
        if (!next) throw new Error('a crew without spares')
        try {
          return await next
        } catch (error) {
          // It was starting while the database was away.
          if (attempt === MAX_STARTS) throw error
        }
      }
    },
    disband: async () => {
      isDisbanded = true
      const children = await Promise.allSettled(everybody)
      await Promise.all(
        children.map((child) => (child.status === 'fulfilled' ? child.value.kill() : undefined)),
      )
    },
  }
}
