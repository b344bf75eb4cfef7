import type { Clock } from '../kernel/clock.ts'
import type { Logger } from '../kernel/logger.ts'
import type { AttemptResult } from './attemptResult.ts'
import type { DeliveryStore } from './deliveryStore.ts'

/** Collects results and writes them in batches that grow with the load. */
export type ResultWriter = {
  /** Resolves when the result is in the database: true if accepted, false if the lease was lost. */
  write: (result: AttemptResult) => Promise<boolean>
}

type Waiting = { result: AttemptResult; settle: (accepted: boolean) => void }

const MAX_BATCH = 500
const RETRY_MS = 500

/**
 * While one batch is being written the next one gathers, so an idle system writes each result at once and a busy
 * one writes hundreds per statement. When the database is away the results wait: a lost result would mean a
 * second delivery of something that has arrived.
 */
export function createResultWriter(options: {
  store: DeliveryStore
  logger: Logger
  sleep: (ms: number) => Promise<void>
  clock: Clock
  /** Results older than this are given up: their leases are long gone. */
  giveUpAfterMs: number
}): ResultWriter {
  const { clock, giveUpAfterMs, logger, sleep, store } = options
  let waiting: Waiting[] = []
  let isRunning = false

  const run = async (): Promise<void> => {
    // One turn of the event loop lets results that end together share a statement.
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MAX_BATCH)
      waiting = waiting.slice(MAX_BATCH)
      await writeBatch(batch)
    }
    // In the same turn as the last look: a result that comes a moment later must start a run of its own.
    isRunning = false
  }

  const accept = async (batch: Waiting[]): Promise<Set<string> | undefined> => {
    try {
      return await store.writeResults(batch.map(({ result }) => result))
    } catch (err) {
      logger.error({ msg: 'flowmasters: results could not be written', results: batch.length, err })
      return undefined
    }
  }

  const writeBatch = async (batch: Waiting[]): Promise<void> => {
    const startedAt = clock.now()
    let accepted = await accept(batch)
    while (!accepted && clock.now() - startedAt <= giveUpAfterMs) {
      await sleep(RETRY_MS)
      accepted = await accept(batch)
    }
    for (const { result, settle } of batch) settle(accepted?.has(result.deliveryId) === true)
  }

  return {
    write: (result) =>
      new Promise<boolean>((settle) => {
        waiting.push({ result, settle })
        if (isRunning) return
        isRunning = true
        void run()
      }),
  }
}
