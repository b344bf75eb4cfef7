import { createChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import { createKeyRing } from '../../../src/credentials/keyRing.ts'
import { createPool } from '../../../src/database/createPool.ts'
import { createDeliveryStore } from '../../../src/delivery/deliveryStore.ts'
import { createHttpClient } from '../../../src/egress/createHttpClient.ts'
import { systemClock } from '../../../src/kernel/clock.ts'
import { newId } from '../../../src/kernel/ids.ts'
import type { SubscriptionCache } from '../../../src/outbox/subscriptionCache.ts'
import type { OnReceiverState } from '../../../src/pace/receiverChange.ts'
import { createExecutor } from '../../../src/plugin/createExecutor.ts'
import { createPacing } from '../../../src/plugin/createPacing.ts'
import type { DeliveryFeed } from '../../../src/queue/deliveryFeed.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import { createWorker, type Worker } from '../../../src/worker/createWorker.ts'
import { createWorkerStore } from '../../../src/worker/workerStore.ts'
import type { EngineDatabase } from '../../support/engine/openEngineDatabase.ts'
import { silentLogger } from '../../support/engine/silentLogger.ts'
import type { Probe } from './probe.ts'

const LEASE_MS = 30_000

/** A worker of the stage. */
export type StageWorker = { stop: () => Promise<void>; wakeForLanes: () => void }

/** The real worker, executor, lanes and stores around a feed; only the channel is a probe. */
export async function openStageWorker({
  breakerShiftMs,
  engine: { payload, url },
  feed,
  onReceiverState,
  probe,
  subscriptions,
}: {
  engine: EngineDatabase
  feed: DeliveryFeed
  probe: Probe
  subscriptions: SubscriptionCache
  breakerShiftMs: () => number
  onReceiverState: OnReceiverState
}): Promise<StageWorker> {
  const id = newId('wrk')
  const database = createPool({ url, applicationName: id, logger: silentLogger, max: 3 })
  const { sql, transact } = database
  const store = createDeliveryStore({ sql, token: id, leaseMs: LEASE_MS })
  const http = createHttpClient({ allowPrivateTargets: false })
  const runtime = {
    channels: createChannelRegistry([probe.channel]),
    keyRing: createKeyRing(`k1:${Buffer.alloc(32, 7).toString('base64')}`),
    http,
    mailer: { send: () => Promise.reject(new Error('the probe sends no mail')) },
    inbox: { put: () => Promise.reject(new Error('no inbox here')) },
    templates: createTemplateRenderer(),
    clock: systemClock,
    subscriptions,
    variables: {},
    refresher: { fresh: () => Promise.reject(new Error('the probe has no account')) },
    metrics: { observe: () => undefined },
    events: { capture: () => Promise.reject(new Error('the probe says nothing of receivers')) },
  }
  const options = {
    ...{ concurrency: 16, maxHeld: 32, stalledAfterMs: 50, breakerShiftMs, onReceiverState },
  }
  const { lanes, park, receivers } = createPacing({
    ...{ database, runtime, options, logger: silentLogger },
    roomOf: (subscriptionId) => executor.roomOf(subscriptionId),
  })
  const executor = createExecutor({
    ...{ payload, runtime, options, logger: silentLogger, store, feed, lanes, receivers },
    token: id,
    leaseMs: LEASE_MS,
    onIdle: () => worker.wakeForRoom(),
  })
  const { mustHold } = lanes
  const routing = { transact, subscriptions, logger: silentLogger, token: id, leaseMs: LEASE_MS }
  const worker: Worker = createWorker({
    ...{ deliveries: store, executor, feed, lanes, receivers, park, logger: silentLogger },
    routing: { ...routing, mustHold },
    store: createWorkerStore(
      sql,
      { id, role: 'test', host: 'here', pid: process.pid, feed: feed.name },
      breakerShiftMs,
    ),
    settings: { pollMs: 100, routeBatch: 50, looksPerBeat: 5, drainMs: 10_000, leaseMs: LEASE_MS },
  })
  await worker.start()
  const stop = async (): Promise<void> => {
    await worker.stop()
    await Promise.all([database.stop(), http.close()])
  }
  let stopped: Promise<void> | undefined
  return {
    wakeForLanes: worker.wakeForLanes,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
