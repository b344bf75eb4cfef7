import type { DeliveryExecutor } from '../delivery/deliveryExecutor.ts'
import type { DeliveryStore } from '../delivery/deliveryStore.ts'
import type { Logger } from '../kernel/logger.ts'
import type { FanOutOptions } from '../outbox/fanOut.ts'
import type { DeliveryFeed } from '../queue/deliveryFeed.ts'
import type { Lanes } from '../pace/createLanes.ts'
import type { ReceiverHealth } from '../pace/receiverHealth.ts'
import type { WorkerStore } from './workerStore.ts'

/** Times and sizes; the defaults suit one small machine. */
export type WorkerSettings = {
  /** Look at the tables at least this often, milliseconds. @default 1000 */
  pollMs: number
  /** Events routed per transaction. @default 500 */
  routeBatch: number
  /** Every how many looks the heartbeat is stamped. @default 5 */
  looksPerBeat: number
  /** How long in-flight tries may take to end when the worker stops, milliseconds. @default 8000 */
  drainMs: number
  leaseMs: number
}

/** What a worker is made of. */
export type WorkerParts = {
  deliveries: DeliveryStore
  executor: DeliveryExecutor
  feed: DeliveryFeed
  routing: FanOutOptions
  lanes: Lanes
  receivers: ReceiverHealth
  /** Takes what is due for a receiver at rest out of the way. */
  park: (subscriptionId: string, channelEntry: string) => Promise<void>
  store: WorkerStore
  settings: WorkerSettings
  logger: Logger
}
