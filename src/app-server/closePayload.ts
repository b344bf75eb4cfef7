import type { Payload } from 'payload'
import { payloadPool } from './guardPayloadPool.ts'
import { withinTime } from './withinTime.ts'

const timeoutMs = 2_000

/**
 * Ends Payload and its connections. Its `destroy` leaves the pool open and one client checked out, for
 * which `pool.end()` would wait for ever: the clients are ended one by one.
 */
export const closePayload = async (payload: Payload): Promise<void> => {
  const pool = payloadPool(payload)
  await withinTime(payload.destroy(), timeoutMs)
  if (pool === undefined) return
  void pool.end()
  const ends = [...(pool._clients ?? [])].map((client) => client.end().catch(() => undefined))
  await withinTime(Promise.all(ends), timeoutMs)
}
