import { Redis } from 'ioredis'

import { startTestRedis } from '../../support/redis/startTestRedis.ts'

/** A Redis that can be emptied, killed and started again at its address, with nothing in it. */
export type FaultRedis = {
  url: string
  flush: () => Promise<void>
  kill: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** Starts it on a free port. */
export async function startFaultRedis(): Promise<FaultRedis> {
  let server = await startTestRedis()
  const { url } = server
  let isUp = true
  return {
    url,
    flush: async () => {
      const client = new Redis(url)
      await client.flushall()
      client.disconnect()
    },
    kill: async () => {
      isUp = false
      await server.kill()
    },
    start: async () => {
      server = await startTestRedis(Number(new URL(url).port))
      isUp = true
    },
    stop: async () => {
      if (isUp) await server.stop()
    },
  }
}
