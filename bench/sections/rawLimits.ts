import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { Agent } from 'undici'

import type { Sink } from '../support/sink.ts'
import { waitFor } from '../support/waitFor.ts'

const body = JSON.stringify({
  type: 'order.created',
  data: { current: { id: 1, note: 'x'.repeat(500) } },
})

function createPost(sink: Sink): (id: string) => Promise<void> {
  const agent = new Agent({ connections: 64, pipelining: 1 })
  const { origin, pathname } = new URL(sink.url)
  return async (id) => {
    const answer = await agent.request({
      origin,
      path: pathname,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'webhook-id': id },
      body,
    })
    await answer.body.dump()
  }
}

/** POSTs per second with nothing around them, 64 at a time. */
export async function undiciOnly(sink: Sink, count: number): Promise<number> {
  await sink.reset()
  const post = createPost(sink)
  let next = 0
  const startedAt = performance.now()
  const work = async (): Promise<void> => {
    while (next < count) {
      next += 1
      await post(`raw_${next}`)
    }
  }
  await Promise.all(Array.from({ length: 64 }, work))
  return (count / (performance.now() - startedAt)) * 1_000
}

/** BullMQ alone: jobs added in bulks of 200, each POSTed by a worker, 64 at a time. */
export async function bullmqOnly(redisUrl: string, sink: Sink, count: number): Promise<number> {
  await sink.reset()
  const post = createPost(sink)
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null })
  const consumer = connection.duplicate()
  const prefix = `bench-${Date.now()}`
  const queue = new Queue('raw', { connection, prefix })
  const startedAt = performance.now()
  const worker = new Worker('raw', (job) => post(String(job.data.id)), {
    connection: consumer,
    prefix,
    concurrency: 64,
    removeOnComplete: { count: 0 },
  })
  for (let at = 0; at < count; at += 200) {
    const size = Math.min(200, count - at)
    await queue.addBulk(
      Array.from({ length: size }, (_, n) => ({ name: 'x', data: { id: `queue_${at + n}` } })),
    )
  }
  await waitFor(async () => (await sink.counts()).unique >= count)
  const rate = (count / (performance.now() - startedAt)) * 1_000
  await worker.close()
  await queue.close()
  // BullMQ leaves connections that were handed to it open.
  for (const client of [connection, consumer]) client.disconnect()
  return rate
}
