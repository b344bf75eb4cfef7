import { Queue } from 'bullmq'
import { Redis } from 'ioredis'

import { queueName } from './queueName.ts'

/** The queues of all channels, for looking. */
export type OpenQueues = {
  queues: readonly { channel: string; queue: Queue }[]
  /** Throws when Redis is away: ask before every question, because BullMQ would wait for it to come, for ever. */
  assertThere: () => Promise<void>
  close: () => Promise<void>
}

/** A Redis that has not answered by now is as good as away. */
const PATIENCE_MS = 1_000

/** Opens the queues on one connection that is kept. */
export function openQueues(url: string, channels: readonly string[]): OpenQueues {
  const connection = new Redis(url, {
    maxRetriesPerRequest: 1,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    // How long a good-bye keeps the process when nobody hears it.
    disconnectTimeout: 100,
  })
  connection.on('error', () => undefined)
  const queues = channels.map((channel) => {
    const queue = new Queue(queueName(channel), { connection, prefix: 'flowmasters' })
    queue.on('error', () => undefined)
    return { channel, queue }
  })
  return {
    queues,
    assertThere: async () => {
      await connection.ping()
    },
    // Queues leave a connection that was given to them alone.
    close: async () => {
      connection.disconnect()
      await Promise.all(queues.map(({ queue }) => queue.close()))
    },
  }
}
