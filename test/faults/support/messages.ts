import type { KillPoint } from './killPoint.ts'

/** How a child process is set up. */
export type ChildSetup = {
  databaseUrl: string
  redisUrl?: string | undefined
  /** Keys of the secrets. @default those of the suite */
  encryptionKeys?: string
  /** How far the wall clock of the process is wrong, milliseconds. @default 0 */
  clockShiftMs?: number
}

/** Work that is done once and has an end. */
export type Task =
  | { kind: 'job'; name: string }
  /** Seals all secrets with the newest key. */
  | { kind: 'reseal' }
  | { kind: 'migrate' }
  /** Saves this many subscriptions nobody publishes to, each with a secret of its own. */
  | { kind: 'subscribe'; count: number }

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
  | { type: 'carryOut'; task: Task }

/** Child → parent. `committed` is sent only after Payload's call has returned. */
export type Report =
  | { type: 'ready' }
  | { type: 'armed' }
  | { type: 'working'; workerId: string }
  | { type: 'stoppedWork' }
  | { type: 'committed'; documentId: string; isPaid: boolean }
  | { type: 'refused'; reason: string }
  | { type: 'stoppedWriting' }
  | { type: 'carriedOut'; count: number }
