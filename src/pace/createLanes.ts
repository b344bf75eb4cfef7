import type { LanePart, LaneStore, ReleasedDelivery } from './laneStore.ts'
import type { AccountPace, Pace } from './pace.ts'
import type { ReceiverHealth } from './receiverHealth.ts'

/** What a lane must know of its subscription. */
export type LaneSubscription = {
  id: string
  isEnabled: boolean
  isPaused: boolean
  /** Null when nothing bounds it. */
  pace: Pace | null
  channels: readonly { entryId: string; accountPace?: AccountPace }[]
}

/** How a delivery stands to its lane: it has its turn, it is a probe, or (null) it never had to wait. */
export type Turn = 'passed' | 'probe' | null

/**
 * Lanes: the deliveries of one subscription that wait for their turn, because it is paused or paced, because its account
 * bears only so much or its receiver is at rest, or because it is so slow that it would take the room of others. They keep their due times and their tries.
 */
export type Lanes = {
  /** Whether a new delivery has to wait before it may be claimed. */
  mustHold: (subscription: LaneSubscription, channelEntry: string) => boolean
  /** Whether a claimed delivery may not be tried now. */
  mustWait: (subscription: LaneSubscription, claim: { channelEntry: string; turn: Turn }) => boolean
  /** Something may go: a slot is free, rows came, a person resumed it. */
  wake: (subscriptionId: string) => void
  /** A delivery of this subscription has ended. */
  freed: (subscriptionId: string, turn: Turn) => void
  /** What a look found to wait. */
  learn: (subscriptionIds: readonly string[]) => void
  /** Its deliveries wait too long for a slot: only as many are let out as it has slots. */
  slowDown: (subscriptionId: string) => Promise<void>
  hasWork: () => boolean
  /** Milliseconds until a token comes; null when no lane waits for one. */
  dueInMs: () => number | null
  /** Lets go what may go, lane by lane. */
  release: () => Promise<ReleasedDelivery[]>
}

/** How much room this process has for one subscription. */
export type RoomOf = (
  subscriptionId: string,
  isSlow: boolean,
) => { room: number; most: number; held: number }

/** What lanes work with. */
export type LanesOptions = {
  store: LaneStore
  health: ReceiverHealth
  subscriptionOf: (id: string) => Promise<LaneSubscription | undefined>
  roomOf: RoomOf
  /** Milliseconds that only rise. */
  monotonicNow: () => number
}

type Known = {
  /** Lanes to look after. */
  woken: Set<string>
  slow: Set<string>
  /** Lanes that are known to have waiting rows. */
  waiting: Set<string>
  /** Lanes that wait for a token, and until when. */
  tokensAt: Map<string, number>
}

/** The lanes as one process sees them. */
export function createLanes(options: LanesOptions): Lanes {
  const { health, monotonicNow, store } = options
  const known: Known = {
    ...{ woken: new Set(), slow: new Set(), waiting: new Set(), tokensAt: new Map() },
  }
  const { slow, tokensAt, waiting, woken } = known
  const wakeThoseWithTokens = (): void => {
    for (const [id, at] of tokensAt) {
      if (at > monotonicNow()) continue
      tokensAt.delete(id)
      woken.add(id)
    }
  }
  return {
    mustHold: (subscription, channelEntry) => {
      const { id, isPaused } = subscription
      const isAtRest = health.isOpen({ subscriptionId: id, channelEntry })
      const isHeld = isPaused || isPaced(subscription, channelEntry) || slow.has(id) || isAtRest
      if (isHeld) waiting.add(id)
      return isHeld
    },
    mustWait: (subscription, { channelEntry, turn }) => {
      const { id, isPaused } = subscription
      const isAtRest = turn !== 'probe' && health.isOpen({ subscriptionId: id, channelEntry })
      const hasNoTurn = turn === null && isPaced(subscription, channelEntry)
      if (!isPaused && !isAtRest && !hasNoTurn) return false
      waiting.add(id)
      // Neither a pause nor a rest ends by asking again at once.
      if (!isPaused && !isAtRest) woken.add(id)
      return true
    },
    wake: (id) => void woken.add(id),
    freed: (id, turn) => {
      if (turn !== null || waiting.has(id)) woken.add(id)
    },
    learn: (ids) => {
      waiting.clear()
      for (const id of ids) {
        waiting.add(id)
        woken.add(id)
      }
    },
    slowDown: async (id) => {
      slow.add(id)
      waiting.add(id)
      await store.park(id, null)
    },
    hasWork: () => {
      wakeThoseWithTokens()
      return woken.size > 0
    },
    dueInMs: () =>
      tokensAt.size === 0 ? null : Math.max(0, Math.min(...tokensAt.values()) - monotonicNow()),
    release: async () => {
      wakeThoseWithTokens()
      const lanes = [...woken]
      woken.clear()
      const released: ReleasedDelivery[] = []
      for (const id of lanes) released.push(...(await releaseLane(options, known, id)))
      return released
    },
  }
}

async function releaseLane(
  options: LanesOptions,
  known: Known,
  id: string,
): Promise<ReleasedDelivery[]> {
  const { health, store, subscriptionOf } = options
  const subscription = await subscriptionOf(id)
  // What nobody wants any more is let go to be cancelled.
  const all = { kind: 'without', entries: [] } as const
  if (!subscription?.isEnabled) return releaseSome(options, known, { id, pace: null, from: all })
  if (subscription.isPaused) return []
  const { channels, pace } = subscription
  const open = health.openOf(id)
  const probes: ReleasedDelivery[] = []
  for (const receiver of open.filter(({ isRestOver }) => isRestOver)) {
    const keepOrder = pace?.keepOrder === true
    probes.push(...(await store.releaseProbe(receiver, { keepOrder })))
  }
  const closed = open.map(({ channelEntry }) => channelEntry)
  const released: ReleasedDelivery[] = []
  const bounded: string[] = []
  for (const { accountPace, entryId } of channels) {
    if (!accountPace) continue
    bounded.push(entryId)
    if (closed.includes(entryId)) continue
    const from = { kind: 'only', entry: entryId, accountPace } as const
    released.push(...(await releaseSome(options, known, { id, pace, from })))
  }
  const others = { kind: 'without', entries: [...new Set([...closed, ...bounded])] } as const
  // Where every entry has an account's bound there is nothing else to look for.
  if (bounded.length < channels.length) {
    released.push(...(await releaseSome(options, known, { id, pace, from: others })))
  }
  return [...probes, ...released]
}

function isPaced({ channels, pace }: LaneSubscription, channelEntry: string): boolean {
  if (pace !== null) return true
  const entry = channels.find(({ entryId }) => entryId === channelEntry)
  return entry?.accountPace !== undefined
}

async function releaseSome(
  { monotonicNow, roomOf, store }: LanesOptions,
  { slow, tokensAt, waiting }: Known,
  { from, id, pace }: { id: string; pace: Pace | null; from: LanePart },
): Promise<ReleasedDelivery[]> {
  const { held, most, room } = roomOf(id, slow.has(id))
  // A statement for every delivery that ends would be dear: without a pace they are let go by the half of the room.
  const isBounded = pace !== null || from.kind === 'only'
  if (room <= 0 || (!isBounded && room < most / 2)) return []
  const { againInMs, released } = await store.release(id, { from, limit: room, pace })
  if (againInMs !== null) {
    const at = monotonicNow() + againInMs
    tokensAt.set(id, Math.min(at, tokensAt.get(id) ?? at))
  }
  const isEmpty = !isBounded && released.length < room && from.entries.length === 0
  if (isEmpty) waiting.delete(id)
  if (isEmpty && held === 0) slow.delete(id)
  return released
}
