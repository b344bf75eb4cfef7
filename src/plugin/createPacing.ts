import type { Database } from '../database/createPool.ts'
import type { DeliveryExecutor } from '../delivery/deliveryExecutor.ts'
import type { Logger } from '../kernel/logger.ts'
import { createLanes, type Lanes } from '../pace/createLanes.ts'
import { createLaneStore } from '../pace/laneStore.ts'
import { createReceiverHealth, type ReceiverHealth } from '../pace/receiverHealth.ts'
import { createReceiverStore } from '../pace/receiverStore.ts'
import type { FlowRuntime } from '../runtime/flowRuntime.ts'
import type { StartWorkerOptions } from './startWorkerOptions.ts'

/** What a worker keeps its measure with. */
export type Pacing = {
  lanes: Lanes
  receivers: ReceiverHealth
  park: (subscriptionId: string, channelEntry: string) => Promise<void>
}

/** Lanes and receivers of one worker, over the tables all workers share. */
export function createPacing({
  database,
  logger,
  options,
  roomOf,
  runtime,
}: {
  database: Pick<Database, 'sql' | 'transact'>
  runtime: Pick<FlowRuntime, 'subscriptions' | 'clock'>
  options: Pick<StartWorkerOptions, 'breaker' | 'breakerShiftMs' | 'onReceiverState'>
  logger: Logger
  roomOf: DeliveryExecutor['roomOf']
}): Pacing {
  const { sql, transact } = database
  const { breaker: settings, breakerShiftMs: shiftMs, onReceiverState } = options
  const store = createLaneStore({ sql, transact, shiftMs })
  const receivers = createReceiverHealth({
    store: createReceiverStore({ transact, settings, shiftMs }),
    clock: runtime.clock,
    logger,
    onReceiverState,
    settings,
  })
  const lanes = createLanes({
    store,
    health: receivers,
    monotonicNow: () => performance.now(),
    subscriptionOf: async (id) => (await runtime.subscriptions.atLeast(0)).byId.get(id),
    roomOf: (id, isSlow) => {
      const { held, maxHeld, slots } = roomOf(id)
      const most = isSlow ? slots : maxHeld
      return { held, most, room: most - held }
    },
  })
  return { lanes, receivers, park: store.park }
}
