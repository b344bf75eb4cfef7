import type { Logger } from '../kernel/logger.ts'
import type { BreakerSettings } from '../pace/breaker.ts'
import type { OnReceiverState } from '../pace/receiverChange.ts'
import type { WorkerSettings } from '../worker/workerParts.ts'

/** How a worker is run. */
export type StartWorkerOptions = Partial<WorkerSettings> & {
  /** Tries in flight at once. @default 64 */
  concurrency?: number
  /** Claims held: waiting, in flight, waiting to be written. @default 1024 */
  maxHeld?: number
  /** How long a delivery may wait for a slot of its own subscription before it makes room, milliseconds. @default 1000 */
  stalledAfterMs?: number
  /** When receivers are given a rest. */
  breaker?: BreakerSettings
  /** Hears when a receiver is given a rest and when it is well again. Must not throw. */
  onReceiverState?: OnReceiverState
  /** Moves the database's clock for the rests of receivers, milliseconds; for tests. */
  breakerShiftMs?: () => number
  /** What the registry shows. @default 'worker' */
  role?: string
  /** @default Payload's logger */
  logger?: Logger
  /** 0 ≤ n < 1, for the jitter. @default Math.random */
  random?: () => number
}
