import { errorCode } from '../kernel/errorCode.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Logger } from '../kernel/logger.ts'
import type { AttemptResult } from './attemptResult.ts'

/** Collects results and writes them in batches that grow with the load. */
export type ResultWriter = {
  /** Resolves when the result is in the database: true if accepted, false if the lease was lost. */
  write: (result: AttemptResult) => Promise<boolean>
}

/** Writes a batch, all or nothing; returns the ids whose lease was not lost. */
export type WriteResults = (results: readonly AttemptResult[]) => Promise<Set<string>>

/** How a batch is written, and what becomes of those it refused. */
type Way = { write: WriteResults; onRefused: (refused: Waiting) => void }

type Waiting = { result: AttemptResult; settle: (accepted: boolean) => void }

const MAX_BATCH = 500
const RETRY_MS = 500

const UNWRITABLE = 'the details of this try could not be stored'

function withoutDetails(result: AttemptResult): AttemptResult {
  return { ...result, reason: UNWRITABLE, request: null, response: null }
}

/** Classes 22 and 23 of SQLSTATE: trying again cannot help. */
function isTheDatas(error: unknown): boolean {
  return /^2[23]/.test(errorCode(error) ?? '')
}

/** Nothing follows from it: it went well, or no try was made. */
function isPlain({ outcome, isAttempt }: AttemptResult): boolean {
  return outcome === 'delivered' || !isAttempt
}

/**
 * While one batch is being written the next one gathers, so an idle system writes each result at once and a busy
 * one writes hundreds per statement. When the database is away the results wait: a lost result would mean a
 * second delivery of something that has arrived.
 */
export function createResultWriter(options: {
  store: { writeResults: WriteResults }
  /**
   * Writes results together with what follows from them: failures, and what `store` did not take.
   * @default `store` takes all there is
   */
  writeWithConsequences?: WriteResults
  logger: Logger
  sleep: (ms: number) => Promise<void>
  clock: Clock
  /** Results older than this are given up: their leases are long gone. */
  giveUpAfterMs: number
}): ResultWriter {
  const { clock, giveUpAfterMs, logger, sleep, store, writeWithConsequences } = options
  let waiting: Waiting[] = []
  let isRunning = false

  const run = async (): Promise<void> => {
    // One turn of the event loop lets results that end together share a statement.
    await new Promise<void>((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MAX_BATCH)
      waiting = waiting.slice(MAX_BATCH)
      await writeMixed(batch)
    }
    // In the same turn as the last look: a result that comes a moment later must start a run of its own.
    isRunning = false
  }

  const writeMixed = async (batch: Waiting[]): Promise<void> => {
    const write = store.writeResults
    if (!writeWithConsequences) return writeBatch(batch, { write, onRefused: refuse })
    const grave = batch.filter(({ result }) => !isPlain(result))
    const plain = batch.filter(({ result }) => isPlain(result))
    // Refused may mean a lost lease or a receiver that is well again; the careful way can tell.
    await writeBatch(plain, { write, onRefused: (refused) => grave.push(refused) })
    await writeBatch(grave, { write: writeWithConsequences, onRefused: refuse })
  }

  const accept = async (
    batch: Waiting[],
    { write }: Way,
  ): Promise<Set<string> | 'unwritable' | undefined> => {
    try {
      return await write(batch.map(({ result }) => result))
    } catch (err) {
      logger.error({ msg: 'flowmasters: results could not be written', results: batch.length, err })
      return isTheDatas(err) ? 'unwritable' : undefined
    }
  }

  const acceptInTime = async (batch: Waiting[], way: Way): ReturnType<typeof accept> => {
    const startedAt = clock.now()
    let accepted = await accept(batch, way)
    while (accepted === undefined && clock.now() - startedAt <= giveUpAfterMs) {
      await sleep(RETRY_MS)
      accepted = await accept(batch, way)
    }
    return accepted
  }

  const writeBatch = async (batch: Waiting[], way: Way): Promise<void> => {
    if (batch.length === 0) return
    const accepted = await acceptInTime(batch, way)
    if (accepted === 'unwritable') return writeApart(batch, way)
    const onRefused = accepted ? way.onRefused : refuse
    for (const one of batch) {
      if (accepted?.has(one.result.deliveryId) === true) one.settle(true)
      else onRefused(one)
    }
  }

  /** One row Postgres cannot take must not take the others with it; it is written without its details. */
  const writeApart = async (batch: Waiting[], way: Way): Promise<void> => {
    const [first] = batch
    if (batch.length > 1) {
      const middle = Math.ceil(batch.length / 2)
      await writeBatch(batch.slice(0, middle), way)
      await writeBatch(batch.slice(middle), way)
    } else if (first && first.result.reason !== UNWRITABLE) {
      await writeBatch([{ ...first, result: withoutDetails(first.result) }], way)
    } else first?.settle(false)
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

function refuse({ settle }: Waiting): void {
  settle(false)
}
