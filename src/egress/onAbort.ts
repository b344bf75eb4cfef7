const listeners = new WeakMap<AbortSignal, Set<() => void>>()

/**
 * Calls `listener` when the signal aborts; returns the way to stop listening. Hundreds of requests share
 * one signal, and one event listener for all of them is cheaper than one each (and warns nobody).
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const waiting = listeners.get(signal) ?? listenTo(signal)
  waiting.add(listener)
  return () => waiting.delete(listener)
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const waiting = new Set<() => void>()
  listeners.set(signal, waiting)
  const wake = (): void => {
    for (const listener of [...waiting]) listener()
  }
  signal.addEventListener('abort', wake, { once: true })
  return waiting
}
