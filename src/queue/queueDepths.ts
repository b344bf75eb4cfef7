import { type OpenQueues, openQueues } from './openQueues.ts'

/** Asks how many jobs each channel's queue holds, by state, on a connection that is kept. Fails within seconds while Redis is away. */
export function createQueueDepths(
  url: string,
  channels: readonly string[],
): () => Promise<{ queue: string; state: string; jobs: number }[]> {
  let open: OpenQueues | undefined
  return async () => {
    open ??= openQueues(url, channels)
    await open.assertThere()
    const counts = await Promise.all(
      open.queues.map(async ({ channel, queue }) => {
        const byState = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
        return Object.entries(byState).map(([state, jobs]) => ({ queue: channel, state, jobs }))
      }),
    )
    return counts.flat()
  }
}
