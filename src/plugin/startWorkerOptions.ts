import type { Logger } from '../kernel/logger.ts'
import type { WorkerSettings } from '../worker/workerParts.ts'

/** How a worker is run. */
export type StartWorkerOptions = Partial<WorkerSettings> & {
  /** Tries in flight at once. @default 64 */
  concurrency?: number
  /** Claims held: waiting, in flight, waiting to be written. @default 1024 */
  maxHeld?: number
  /** What the registry shows. @default 'worker' */
  role?: string
  /** @default Payload's logger */
  logger?: Logger
  /** 0 ≤ n < 1, for the jitter. @default Math.random */
  random?: () => number
}
