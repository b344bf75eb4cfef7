import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { cachedFor } from '../monitoring/cachedFor.ts'
import type { MetricsSources } from '../monitoring/createMetrics.ts'
import { readEngineNumbers } from '../monitoring/engineNumbers.ts'
import { createQueueDepths } from '../queue/queueDepths.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import type { FlowMastersOptions } from './flowMastersOptions.ts'

/** Scrapers that come more often than this get the same numbers. */
const KEPT_MS = 5_000

const window = { pastDueMs: 600_000, latelyMs: 900_000 }

/** Where the metrics of a runtime come from. */
export function metricsSources(
  { redisUrl }: FlowMastersOptions,
  { channels, clock, payload }: Pick<FlowRuntime, 'channels' | 'clock' | 'payload'>,
): MetricsSources {
  const numbers = cachedFor(KEPT_MS, clock, async () =>
    readEngineNumbers(await sqlOfRequest(payload()), window),
  )
  if (redisUrl === undefined) return { numbers }
  const slugs = channels.all().map(({ slug }) => slug)
  return { numbers, queues: cachedFor(KEPT_MS, clock, createQueueDepths(redisUrl, slugs)) }
}
