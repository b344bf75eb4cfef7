import type { ActiveSubscription } from '../../../src/outbox/activeSubscription.ts'
import type { StageSubscription } from '../../../src/testing/feedStage.ts'

/** A subscription as routers and workers hold it in memory, with one channel entry, `c1`. */
export function stageSubscription(
  id: string,
  channel: string,
  given: StageSubscription,
): ActiveSubscription {
  const { isPaused = false, keepOrder = false, maxConcurrency, rate, retryDelaysMs } = given
  const isPaced = keepOrder || maxConcurrency !== undefined || rate !== undefined
  return {
    id,
    name: id,
    isEnabled: true,
    patterns: given.wantsEvents ? ['*'] : [],
    filter: [],
    activeSince: null,
    retryDelaysMs: retryDelaysMs ?? null,
    isPaused,
    pace: isPaced
      ? { keepOrder, maxConcurrency: maxConcurrency ?? null, rate: rate ?? null }
      : null,
    channels: [
      {
        ...{ entryId: 'c1', channel, isEnabled: true, target: { name: id }, targetLabel: id },
        ...{ problem: null, sealedSecrets: {}, retiredSecrets: [] },
      },
    ],
  }
}
