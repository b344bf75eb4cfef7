import type { Payload } from 'payload'

type Closable = { end: () => Promise<void> | void }
type LeakyPool = Closable & {
  _clients?: Closable[]
  on: (event: 'error', listener: () => void) => unknown
}

/**
 * Ends a Payload and its connections. Payload 3 keeps one client checked out for ever, so `pool.end()`
 * never settles: it is told to end, and the clients it still holds are ended one by one.
 */
export async function closePayload(payload: Payload): Promise<void> {
  const pool = payload.db.pool as unknown as LeakyPool
  pool.on('error', () => {})
  await payload.destroy()
  void pool.end()
  await Promise.all([...(pool._clients ?? [])].map((client) => client.end()))
}
