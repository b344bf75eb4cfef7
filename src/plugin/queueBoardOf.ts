import { createQueueBoard, type QueueBoard } from '../monitoring/queue-board/createQueueBoard.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import type { FlowMastersOptions } from './flowMastersOptions.ts'

/** The board over the queues of a runtime; undefined without Redis. */
export function queueBoardOf(
  { redisUrl }: FlowMastersOptions,
  { channels, payload }: Pick<FlowRuntime, 'channels' | 'payload'>,
): QueueBoard | undefined {
  if (redisUrl === undefined) return undefined
  const basePath = `${payload().config.routes.api}/events/queues`
  const slugs = channels.all().map(({ slug }) => slug)
  return createQueueBoard({ redisUrl, basePath, channels: slugs })
}
