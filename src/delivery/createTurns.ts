/** Does work about one thing after other work about it; about different things side by side. */
export type Turns = <Result>(
  key: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
) => Promise<Result>

/** Turns in this process. Who runs out of time while waiting goes on, with an aborted signal. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>()
  return async (key, signal, work) => {
    const before = last.get(key)
    let done = (): void => {}
    const mine = new Promise<void>((resolve) => {
      done = resolve
    })
    last.set(key, mine)
    try {
      if (before !== undefined) await untilAborted(before, signal)
      return await work()
    } finally {
      done()
      if (last.get(key) === mine) last.delete(key)
    }
  }
}

function untilAborted(before: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve()
      return
    }
    const end = (): void => {
      signal.removeEventListener('abort', end)
      resolve()
    }
    signal.addEventListener('abort', end, { once: true })
    void before.then(end)
  })
}
