/** Stops one part of the application; must settle by itself within the time of a shutdown. */
export type ShutdownHook = () => Promise<void>

const key = Symbol.for('flowmasters.shutdown')

/**
 * What must stop before the database does, whoever started it. On `globalThis`, because the same module
 * may be loaded twice: by the start script and inside Next's bundle.
 */
export const shutdownHooks = (): ShutdownHook[] => {
  const registry = globalThis as typeof globalThis & { [key]?: ShutdownHook[] }
  registry[key] ??= []
  return registry[key]
}
