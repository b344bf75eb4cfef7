import type { KillPoint } from './killPoint.ts'

/** How a child process is set up. */
export type ChildSetup = { databaseUrl: string; redisUrl?: string | undefined }

/** What a worker in a child runs with. */
export type WorkOptions = {
  leaseMs?: number
  pollMs?: number
  drainMs?: number
  concurrency?: number
  maxHeld?: number
}

/** How a child writes: orders one after the other, every other one also paid. */
export type WriteOptions = {
  /** Stops by itself after this many. */
  orders?: number
  pauseMs?: number
  /** Amount of every order, so that a case can tell its own. @default 1000 */
  amount?: number
  /** Share of orders that are updated to `paid`. @default 0.5 */
  paidShare?: number
}

/** Parent → child. */
export type Command =
  | { type: 'arm'; point: KillPoint | null }
  | { type: 'work'; options: WorkOptions }
  | { type: 'stopWork' }
  | { type: 'write'; options: WriteOptions }
  | { type: 'stopWriting' }

/** Child → parent. `committed` is sent only after Payload's call has returned. */
export type Report =
  | { type: 'ready' }
  | { type: 'armed' }
  | { type: 'working'; workerId: string }
  | { type: 'stoppedWork' }
  | { type: 'committed'; documentId: string; isPaid: boolean }
  | { type: 'refused'; reason: string }
  | { type: 'stoppedWriting' }
