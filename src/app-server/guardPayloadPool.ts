import type { Payload } from 'payload'

type PooledClient = {
  on: (event: 'error', listener: (error: Error) => void) => unknown
  end: () => Promise<void>
}

/** The part of pg's pool we need, and its list of clients, which it keeps to itself. */
export type PayloadPool = {
  _clients?: PooledClient[]
  on: ((event: 'error', listener: (error: Error) => void) => unknown) &
    ((event: 'connect', listener: (client: PooledClient) => void) => unknown)
  end: () => Promise<void>
}

/** Payload's pool, or `undefined` for an adapter without one. */
export const payloadPool = (payload: Payload): PayloadPool | undefined =>
  (payload.db as unknown as { pool?: PayloadPool }).pool

/**
 * Payload keeps one client checked out for ever and listens to no errors of the pool: without listeners
 * of ours a database that goes away for a second takes the whole process with it.
 */
export const guardPayloadPool = (payload: Payload): void => {
  const pool = payloadPool(payload)
  const onError = (error: Error): void =>
    payload.logger.warn({ msg: `a database connection died: ${error.message}` })
  pool?.on('error', onError)
  pool?.on('connect', (client) => client.on('error', () => undefined))
  for (const client of pool?._clients ?? []) client.on('error', () => undefined)
}
