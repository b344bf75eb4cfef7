import type { Logger } from '../kernel/logger.ts'
import type { AttemptTools, DeliverableEntry } from './attemptDelivery.ts'
import { attemptDelivery } from './attemptDelivery.ts'
import type { AttemptResult } from './attemptResult.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import { isAlone, isSuspect } from './poisonPolicy.ts'
import { decideNextStep } from './retryPolicy.ts'
import type { ResultWriter } from './resultWriter.ts'

/** What the executor must know of a delivery's subscription. */
export type DeliverySettings =
  | { entry: DeliverableEntry; retryDelaysMs: readonly number[] | null }
  | { cancelledBecause: string }

/** Makes tries for claimed deliveries, a bounded number at a time. */
export type DeliveryExecutor = {
  /** Queues claims; each settles when its result is written. */
  submit: (claims: readonly ClaimedDelivery[]) => Promise<void>[]
  /** How many more claims it could hold. */
  freeCapacity: () => number
  /** Half empty or more: time to fetch the next batch, while there is still work in hand. */
  hasRoom: () => boolean
  inFlight: () => number
  /** Ids of all it has in its hands, in flight and waiting: the leases to prolong. */
  held: () => string[]
  /** Stops taking from the queue and returns what was not begun. In-flight tries go on. */
  stop: () => ClaimedDelivery[]
  /** Resolves when no try is in flight; aborts them after `graceMs` and leaves those that ignore it to their lease. */
  drain: (graceMs: number) => Promise<void>
}

/** What the executor works with. */
export type DeliveryExecutorOptions = {
  tools: AttemptTools
  results: ResultWriter
  /** Tries in flight at once. */
  concurrency: number
  /** Claims held: waiting, in flight, and waiting to be written; enough to keep the next batch ready. */
  maxHeld: number
  /** Bound on one try, milliseconds; longer than any channel's own. */
  attemptTimeoutMs: number
  /** Writes down that a suspect's try begins; false: the lease was lost, do not begin. */
  strike: (claim: ClaimedDelivery) => Promise<boolean>
  settingsOf: (claim: ClaimedDelivery) => Promise<DeliverySettings>
  /** The receiver said it is gone for good. */
  onGone: (claim: ClaimedDelivery, reason: string) => Promise<void>
  /** A retry was scheduled; a queue may want to know. */
  onRetry: (claim: ClaimedDelivery, delayMs: number) => void
  logger: Logger
  random: () => number
  /** Called whenever capacity frees up. */
  onIdle: () => void
}

type Queued = { claim: ClaimedDelivery; done: () => void }

/** After an abort a channel gets this long to notice. */
const ABORT_MS = 2_000

/** Works through claims in order; every try ends in exactly one written result or a lost lease. */
export function createDeliveryExecutor(options: DeliveryExecutorOptions): DeliveryExecutor {
  const queue: Queued[] = []
  /** Suspects that have to wait for each other. */
  const lonely: Queued[] = []
  const running = new Map<AbortController, ClaimedDelivery>()
  /** Tried, the result not yet in the database. They hold no slot: the next batch of results grows meanwhile. */
  const writing = new Set<ClaimedDelivery>()
  let isStopped = false

  const unfinished = (): ClaimedDelivery[] => [...running.values(), ...writing]
  const heldCount = (): number => queue.length + lonely.length + running.size + writing.size
  const takeNext = (): Queued | undefined => {
    const isOneRunning = lonely.length > 0 && unfinished().some(isAlone)
    return (isOneRunning ? undefined : lonely.shift()) ?? queue.shift()
  }
  const pump = (): void => {
    while (!isStopped && running.size < options.concurrency) {
      const next = takeNext()
      if (!next) return
      const controller = new AbortController()
      running.set(controller, next.claim)
      void work(next, controller)
    }
  }
  const work = async ({ claim, done }: Queued, controller: AbortController): Promise<void> => {
    const result = await tryOnce(options, claim, controller)
    writing.add(claim)
    running.delete(controller)
    pump()
    if (result) await record(options, claim, result)
    writing.delete(claim)
    done()
    if (lonely.length > 0) pump()
    if (heldCount() <= options.maxHeld / 2) options.onIdle()
  }
  const waitingOnes = (): Queued[] => [...queue, ...lonely]

  return {
    submit: (claims) => {
      // Claims that come too late are left to their lease.
      if (isStopped) return []
      const settled = claims.map(
        (claim) =>
          new Promise<void>((done) => void (isAlone(claim) ? lonely : queue).push({ claim, done })),
      )
      pump()
      return settled
    },
    freeCapacity: () => (isStopped ? 0 : Math.max(0, options.maxHeld - heldCount())),
    hasRoom: () => !isStopped && heldCount() <= options.maxHeld / 2,
    inFlight: () => running.size + writing.size,
    held: () => [...unfinished(), ...waitingOnes().map(({ claim }) => claim)].map(({ id }) => id),
    stop: () => {
      isStopped = true
      const unstarted = [...lonely.splice(0), ...queue.splice(0)]
      for (const { done } of unstarted) done()
      return unstarted.map(({ claim }) => claim)
    },
    drain: async (graceMs) => {
      const abort = setTimeout(() => {
        for (const controller of running.keys()) controller.abort()
      }, graceMs)
      const deadline = performance.now() + graceMs + ABORT_MS
      while (running.size + writing.size > 0 && performance.now() < deadline) {
        await new Promise<void>((resolve) => setTimeout(resolve, 5))
      }
      clearTimeout(abort)
    },
  }
}

/** The try itself; undefined when it must not be made or the engine failed: the lease runs out then. */
async function tryOnce(
  options: DeliveryExecutorOptions,
  claim: ClaimedDelivery,
  controller: AbortController,
): Promise<AttemptResult | undefined> {
  const timer = setTimeout(() => controller.abort(), options.attemptTimeoutMs)
  try {
    if (isSuspect(claim) && !(await options.strike(claim))) return undefined
    return await resultOf(options, claim, controller.signal)
  } catch (err) {
    logFailure(options.logger, claim, err)
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

async function record(
  options: DeliveryExecutorOptions,
  claim: ClaimedDelivery,
  result: AttemptResult,
): Promise<void> {
  try {
    const isAccepted = await options.results.write(result)
    logAttempt(options.logger, claim, result, isAccepted)
    if (isAccepted && result.status === 'retrying') options.onRetry(claim, result.delayMs)
  } catch (err) {
    logFailure(options.logger, claim, err)
  }
}

function logFailure(logger: Logger, claim: ClaimedDelivery, err: unknown): void {
  logger.error({ msg: 'flowmasters: delivery failed inside the engine', deliveryId: claim.id, err })
}

async function resultOf(
  options: DeliveryExecutorOptions,
  claim: ClaimedDelivery,
  signal: AbortSignal,
): Promise<AttemptResult> {
  const base = { deliveryId: claim.id, fence: claim.attemptsStarted, channel: claim.channel }
  const settings = await options.settingsOf(claim)
  if ('cancelledBecause' in settings) {
    const reason = settings.cancelledBecause
    const outcome = {
      outcome: 'rejected',
      code: 'CANCELLED',
      reason,
      durationMs: 0,
      delayMs: 0,
    } as const
    return {
      ...base,
      ...outcome,
      status: 'cancelled',
      request: null,
      response: null,
      isAttempt: false,
    }
  }
  const { attempt, durationMs } = await attemptDelivery(options.tools, {
    deliveryId: claim.id,
    body: claim.body,
    entry: settings.entry,
    attemptNumber: claim.attemptsFinished + 1,
    signal,
  })
  const next = decideNextStep({
    attempt,
    attemptsFinished: claim.attemptsFinished + 1,
    ...(settings.retryDelaysMs ? { delaysMs: settings.retryDelaysMs } : {}),
    random: options.random,
  })
  if (attempt.outcome === 'rejected' && attempt.isGone) await options.onGone(claim, attempt.reason)
  return {
    ...base,
    status: next.status,
    delayMs: next.status === 'retrying' ? next.delayMs : 0,
    outcome: attempt.outcome,
    code: attempt.code,
    reason: attempt.outcome === 'delivered' ? (attempt.note ?? null) : attempt.reason,
    durationMs,
    request: attempt.exchange.request,
    response: attempt.exchange.response,
    isAttempt: true,
  }
}

/** One wide line per try that did not simply succeed; successes are rows, not lines. */
function logAttempt(
  logger: Logger,
  claim: ClaimedDelivery,
  result: AttemptResult,
  isAccepted: boolean,
): void {
  if (isAccepted && result.status === 'delivered') return
  logger.warn({
    msg: isAccepted
      ? `flowmasters: delivery ${result.status}`
      : 'flowmasters: late result refused, another worker holds the delivery',
    deliveryId: claim.id,
    eventId: claim.eventId,
    eventType: claim.eventType,
    subscriptionId: claim.subscriptionId,
    channel: claim.channel,
    attempt: claim.attemptsFinished + 1,
    code: result.code,
    reason: result.reason,
    durationMs: result.durationMs,
    retryInMs: result.status === 'retrying' ? result.delayMs : null,
  })
}
