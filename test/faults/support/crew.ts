import { type Child, startChild } from './childProcess.ts'
import type { ChildSetup } from './messages.ts'

/** Processes kept ready, so that a killed one is replaced at once. */
export type Crew = {
  take: () => Promise<Child>
  /** Kills everything that was ever handed out or kept ready. */
  disband: () => Promise<void>
}

/** Starting a Payload takes seconds; `spares` of them wait in the wings. */
export function createCrew(setup: ChildSetup, spares: number): Crew {
  const ready: Promise<Child>[] = []
  const everybody: Promise<Child>[] = []
  let isDisbanded = false
  const refill = (): void => {
    while (!isDisbanded && ready.length < spares) {
      const child = startChild(setup)
      child.catch(() => undefined)
      ready.push(child)
      everybody.push(child)
    }
  }
  return {
    take: async () => {
      refill()
      const child = await ready.shift()
      refill()
      if (!child) throw new Error('a crew without spares')
      return child
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
