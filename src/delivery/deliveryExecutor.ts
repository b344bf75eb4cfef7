import type { AttemptResult } from './attemptResult.ts'
import type { ClaimedDelivery } from './claimedDelivery.ts'
import { systemClock } from '../kernel/clock.ts'
import { underSpan } from '../tracing/underSpan.ts'
import { deliverySpan } from './deliverySpan.ts'
import { createFairQueue, type FairQueue, type Queued } from './fairQueue.ts'
import { logAttempt, logFailure } from './logAttempt.ts'
import { makeTry } from './makeTry.ts'
import type { ObservedAttempt } from './observedAttempt.ts'
import { isSuspect, mayBeTriedBeside } from './poisonPolicy.ts'
import type { ResultWriter } from './resultWriter.ts'
import type { TryOptions } from './tryOptions.ts'

/** Makes tries for claimed deliveries, a bounded number at a time. */
export type DeliveryExecutor = {
  /** Queues claims; each settles when its result is written. */
  submit: (claims: readonly ClaimedDelivery[]) => Promise<void>[]
  /** How many more claims it could hold. */
  freeCapacity: () => number
  /** How many retries it would take from the tables: half of what it can hold is kept for first tries. */
  retryCapacity: () => number
  /** Slots a subscription may have now, and claims of it in hand. */
  roomOf: (subscriptionId: string) => { slots: number; held: number; maxHeld: number }
  /**
   * Tries that run long leave their slots to others, and what waits long for slots of a subscription that stands still is given back: a receiver
   * that hangs must not fill the hands of the worker. Returns the subscriptions of the latter.
   */
  shedStalled: () => Promise<string[]>
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
export type DeliveryExecutorOptions = TryOptions & {
  results: ResultWriter
  /** Tries in flight at once, those that run long not counted (at most four times as many). */
  concurrency: number
  /** Claims held: waiting, in flight, and waiting to be written; enough to keep the next batch ready. */
  maxHeld: number
  /** Gives a claim back to its lane. */
  hold: (claim: ClaimedDelivery) => Promise<void>
  /** A claim is no longer held; with the try that was made, if one was. */
  onDone: (claim: ClaimedDelivery, result: AttemptResult | undefined) => void
  /** A try has come to an end and its result is written, or refused. Must not throw. */
  onAttempt?: (attempt: ObservedAttempt) => void
  /** How long a claim may wait for a slot of its own subscription before it is given back, milliseconds. */
  stalledAfterMs: number
  /** Milliseconds that only rise. */
  monotonicNow: () => number
  /** A retry was scheduled; a queue may want to know. */
  onRetry: (claim: ClaimedDelivery, delayMs: number) => void
  /** Called whenever capacity frees up. */
  onIdle: () => void
}

type Work = { claim: ClaimedDelivery; done: () => void }
type Running = { entry: Queued<Work>; startedAt: number }

/** After an abort a channel gets this long to notice. */
const ABORT_MS = 2_000

/** What the executor has in its hands. */
type Hands = {
  queue: FairQueue<Work>
  /** Suspects in the order they came; those that may not be tried beside others of their kind wait here. */
  suspects: Queued<Work>[]
  running: Map<AbortController, Running>
  /** Tried, the result not yet in the database. They hold no slot: the next batch of results grows meanwhile. */
  writing: Set<ClaimedDelivery>
  isStopped: boolean
}

/** Works through claims, fair to all subscriptions; every try ends in exactly one written result or a lost lease. */
export function createDeliveryExecutor(options: DeliveryExecutorOptions): DeliveryExecutor {
  const hands: Hands = {
    ...{ queue: createFairQueue<Work>(options.concurrency), suspects: [], isStopped: false },
    ...{ running: new Map(), writing: new Set() },
  }
  const { queue, running, suspects, writing } = hands
  const freeCapacity = (): number =>
    hands.isStopped ? 0 : Math.max(0, options.maxHeld - heldCount(hands))
  return {
    submit: (claims) => {
      // Claims that come too late are left to their lease.
      if (hands.isStopped) return []
      const since = options.monotonicNow()
      const settled = claims.map(
        (claim) => new Promise<void>((done) => enqueue(hands, { claim, done }, since)),
      )
      pump(options, hands)
      return settled
    },
    freeCapacity,
    retryCapacity: () => {
      const held = queue.retriesHeld()
      if (held > options.maxHeld / 4) return 0
      return Math.max(0, Math.min(freeCapacity(), Math.ceil(options.maxHeld / 2) - held))
    },
    roomOf: (id) => ({
      slots: queue.shareOf(id),
      held: queue.heldOf(id),
      maxHeld: Math.ceil(options.maxHeld / 2),
    }),
    shedStalled: () => shedStalled(options, hands),
    hasRoom: () => !hands.isStopped && heldCount(hands) <= options.maxHeld / 2,
    inFlight: () => running.size + writing.size,
    held: () =>
      [...unfinished(hands), ...waitingOnes(hands).map(({ claim }) => claim)].map(({ id }) => id),
    stop: () => {
      hands.isStopped = true
      const unstarted = waitingOnes(hands)
      suspects.splice(0)
      queue.clear()
      for (const { done } of unstarted) done()
      return unstarted.map(({ claim }) => claim)
    },
    drain: (graceMs) => drain(hands, graceMs),
  }
}

function unfinished({ running, writing }: Hands): ClaimedDelivery[] {
  return [...[...running.values()].map(({ entry }) => entry.item.claim), ...writing]
}

function waitingOnes({ queue, suspects }: Hands): Work[] {
  return [...suspects, ...queue.waiting()].map(({ item }) => item)
}

/** Tries that run long hold no slot and are not counted: there are few enough of them. */
function heldCount({ queue, suspects, writing }: Hands): number {
  return queue.size() + queue.slotsTaken() + suspects.length + writing.size
}

function enqueue({ queue, suspects }: Hands, item: Work, since: number): void {
  const { attemptsFinished, subscriptionId: lane } = item.claim
  const entry = { item, lane, isRetry: attemptsFinished > 0, since }
  if (isSuspect(item.claim)) suspects.push(entry)
  else queue.add(entry)
}

function pump(options: DeliveryExecutorOptions, hands: Hands): void {
  const { queue, running } = hands
  while (!hands.isStopped) {
    admitSuspects(hands)
    const next = queue.next()
    if (!next) return
    const controller = new AbortController()
    running.set(controller, { entry: next, startedAt: options.monotonicNow() })
    void work(options, hands, { entry: next, controller })
  }
}

/** Into the queue, where their turn comes by the rules for all; the first that has to wait stops the rest, so that none waits for ever. */
function admitSuspects(hands: Hands): void {
  const { queue, suspects } = hands
  if (suspects.length === 0) return
  const others = [...unfinished(hands), ...queue.waiting().map(({ item }) => item.claim)]
  for (let first = suspects[0]; first; first = suspects[0]) {
    const { claim } = first.item
    if (!mayBeTriedBeside(claim, others)) return
    others.push(claim)
    suspects.shift()
    queue.add(first)
  }
}

async function work(
  options: DeliveryExecutorOptions,
  hands: Hands,
  { controller, entry }: { entry: Queued<Work>; controller: AbortController },
): Promise<void> {
  const { queue, running, suspects, writing } = hands
  const { claim, done } = entry.item
  // Due times are the database's, which no test moves.
  const dueLagMs = claim.dueAt === null ? null : systemClock.now() - claim.dueAt
  const span = deliverySpan.start(claim)
  const result = await underSpan(span, () => makeTry(options, claim, controller))
  writing.add(claim)
  running.delete(controller)
  queue.end(entry)
  pump(options, hands)
  const isAccepted = await finish(options, claim, { result, dueLagMs })
  deliverySpan.end(span, { result, isAccepted })
  writing.delete(claim)
  // What ends after stop() may have been broken off by it, which says nothing about the receiver.
  options.onDone(claim, result === 'held' || hands.isStopped ? undefined : result)
  done()
  if (suspects.length > 0) pump(options, hands)
  if (heldCount(hands) <= options.maxHeld / 2) options.onIdle()
}

async function shedStalled(options: DeliveryExecutorOptions, hands: Hands): Promise<string[]> {
  const { queue, running, writing } = hands
  const [now, afterMs] = [options.monotonicNow(), options.stalledAfterMs]
  for (const { entry, startedAt } of running.values()) {
    if (startedAt < now - afterMs) queue.giveUpSlot(entry)
  }
  const stalled = queue.takeStalled({ now, afterMs })
  pump(options, hands)
  const giveBack = async ({ item: { claim, done } }: Queued<Work>): Promise<void> => {
    writing.add(claim)
    await finish(options, claim, { result: 'held', dueLagMs: null })
    writing.delete(claim)
    done()
  }
  await Promise.all(stalled.map(giveBack))
  return [...new Set(stalled.map(({ lane }) => lane))]
}

async function drain({ running, writing }: Hands, graceMs: number): Promise<void> {
  const abort = setTimeout(() => {
    for (const controller of running.keys()) controller.abort()
  }, graceMs)
  const deadline = performance.now() + graceMs + ABORT_MS
  while (running.size + writing.size > 0 && performance.now() < deadline) {
    await new Promise<void>((resolve) => setTimeout(resolve, 5))
  }
  clearTimeout(abort)
}

/** False when nothing of the claim was written. */
async function finish(
  options: DeliveryExecutorOptions,
  claim: ClaimedDelivery,
  { dueLagMs, result }: { result: AttemptResult | 'held' | undefined; dueLagMs: number | null },
): Promise<boolean> {
  if (!result) return false
  try {
    if (result === 'held') {
      await options.hold(claim)
      return true
    }
    const isAccepted = await options.results.write(result)
    const attempt = { claim, result, dueLagMs, isAccepted }
    logAttempt(options.logger, attempt)
    options.onAttempt?.(attempt)
    if (isAccepted && result.status === 'retrying') options.onRetry(claim, result.delayMs)
    return isAccepted
  } catch (err) {
    logFailure(options.logger, claim, err)
    return false
  }
}
