/** What waits in a {@link FairQueue}. */
export type Queued<Item> = {
  item: Item
  /** Whose turn it takes: a subscription. */
  lane: string
  isRetry: boolean
  /** When it began to wait, milliseconds. */
  since: number
}

/** Hands out work so that neither one subscription nor retries can take every slot. */
export type FairQueue<Item> = {
  add: (entry: Queued<Item>) => void
  /** The next one that may begin; it counts as running until `end`. */
  next: () => Queued<Item> | undefined
  end: (entry: Queued<Item>) => void
  /** It runs long: its slot goes to others, while its own lane goes on counting it. False when too many do already. */
  giveUpSlot: (entry: Queued<Item>) => boolean
  size: () => number
  slotsTaken: () => number
  waiting: () => Queued<Item>[]
  /** Waiting and running ones of a lane. */
  heldOf: (lane: string) => number
  /** Waiting and running retries. */
  retriesHeld: () => number
  /** Slots a lane would have if it wanted all it can get. */
  shareOf: (lane: string) => number
  /**
   * Removes and returns all that waits in lanes that stand still: their first one has waited for `afterMs`, they have their share of
   * slots, and at the pace of late they would take four times that long to work off what they hold. A busy machine
   * makes everybody wait, and giving work back would only make it busier.
   */
  takeStalled: (times: { now: number; afterMs: number }) => Queued<Item>[]
  /** Removes and returns all that waits. */
  clear: () => Queued<Item>[]
}

/** Retries take at most this share of the slots, so that first tries always find some. */
const RETRY_SHARE = 1 / 2
/** And first tries leave them at least this share. */
const RETRY_FLOOR = 1 / 8
/** So many times the slots may go on without one: a socket that waits costs little. */
const MOST_OVERTIME = 4
/** What a lane holds may take so many times the patience to be worked off. */
const PATIENCES = 4

type Lane<Item> = {
  first: Queued<Item>[]
  retries: Queued<Item>[]
  running: number
  inSlots: number
  /** How many have ended since when. */
  ended: number
  endedSince: number
}

type State<Item> = {
  slots: number
  lanes: Map<string, Lane<Item>>
  /** Entries that run without a slot. */
  overtime: Set<Queued<Item>>
  slotsTaken: number
  retriesInSlots: number
  waiting: number
  retriesWaiting: number
}

/**
 * Round robin over lanes with a dynamic threshold: a lane may have half of the slots that others leave it, so that a
 * newcomer finds one (Choudhury and Hahne, "Dynamic queue length thresholds for shared-memory packet switches", 1998).
 */
export function createFairQueue<Item>(slots: number): FairQueue<Item> {
  const state: State<Item> = {
    ...{ slots, lanes: new Map(), overtime: new Set() },
    ...{ slotsTaken: 0, retriesInSlots: 0, waiting: 0, retriesWaiting: 0 },
  }
  return {
    add: (entry) => {
      laneOf(state, entry.lane, entry.since)[entry.isRetry ? 'retries' : 'first'].push(entry)
      state.waiting += 1
      if (entry.isRetry) state.retriesWaiting += 1
    },
    next: () => nextOf(state),
    end: (entry) => {
      const lane = laneOf(state, entry.lane)
      if (!state.overtime.delete(entry)) leaveSlot(state, entry)
      lane.running -= 1
      lane.ended += 1
      forgetIfIdle(state, entry.lane, lane)
    },
    giveUpSlot: (entry) => {
      const { overtime } = state
      if (overtime.has(entry) || overtime.size >= slots * MOST_OVERTIME) return false
      leaveSlot(state, entry)
      overtime.add(entry)
      return true
    },
    size: () => state.waiting,
    slotsTaken: () => state.slotsTaken,
    waiting: () => [...state.lanes.values()].flatMap((lane) => [...lane.first, ...lane.retries]),
    heldOf: (name) => {
      const lane = state.lanes.get(name)
      return lane ? lane.running + lane.first.length + lane.retries.length : 0
    },
    retriesHeld: () => {
      const overtime = [...state.overtime].filter(({ isRetry }) => isRetry).length
      return state.retriesWaiting + state.retriesInSlots + overtime
    },
    shareOf: (name) => shareOf(state, state.lanes.get(name)),
    takeStalled: (times) =>
      [...state.lanes].flatMap(([name, lane]) =>
        isStalled(state, lane, times) ? takeWaiting(state, name, lane) : [],
      ),
    clear: () => [...state.lanes].flatMap(([name, lane]) => takeWaiting(state, name, lane)),
  }
}

function laneOf<Item>({ lanes }: State<Item>, name: string, since = 0): Lane<Item> {
  const known = lanes.get(name)
  if (known) return known
  const made: Lane<Item> = {
    ...{ first: [], retries: [], running: 0, inSlots: 0 },
    ...{ ended: 0, endedSince: since },
  }
  lanes.set(name, made)
  return made
}

function forgetIfIdle<Item>({ lanes }: State<Item>, name: string, lane: Lane<Item>): void {
  if (lane.running === 0 && lane.first.length + lane.retries.length === 0) lanes.delete(name)
}

function shareOf<Item>({ slots, slotsTaken }: State<Item>, lane: Lane<Item> | undefined): number {
  return Math.max(1, Math.floor((slots - (slotsTaken - (lane?.inSlots ?? 0))) / 2))
}

function nextOf<Item>(state: State<Item>): Queued<Item> | undefined {
  const { retriesInSlots, retriesWaiting, slots } = state
  if (state.waiting === 0 || state.slotsTaken >= slots) return undefined
  const mayRetry = retriesWaiting > 0 && retriesInSlots < Math.max(1, slots * RETRY_SHARE)
  const isOwed = mayRetry && retriesInSlots < Math.floor(slots * RETRY_FLOOR)
  const entry =
    (isOwed ? takeFirst(state, 'retries') : undefined) ??
    takeFirst(state, 'first') ??
    (mayRetry ? takeFirst(state, 'retries') : undefined)
  if (!entry) return undefined
  state.slotsTaken += 1
  state.waiting -= 1
  if (entry.isRetry) {
    state.retriesInSlots += 1
    state.retriesWaiting -= 1
  }
  return entry
}

function takeFirst<Item>(state: State<Item>, kind: 'first' | 'retries'): Queued<Item> | undefined {
  for (const [name, lane] of state.lanes) {
    if (lane[kind].length === 0 || lane.running >= shareOf(state, lane)) continue
    const entry = lane[kind].shift()
    // To the end of the round.
    state.lanes.delete(name)
    state.lanes.set(name, lane)
    lane.running += 1
    lane.inSlots += 1
    return entry
  }
  return undefined
}

function leaveSlot<Item>(state: State<Item>, { isRetry, lane }: Queued<Item>): void {
  laneOf(state, lane).inSlots -= 1
  state.slotsTaken -= 1
  if (isRetry) state.retriesInSlots -= 1
}

function isStalled<Item>(
  { lanes, slots }: State<Item>,
  lane: Lane<Item>,
  { afterMs, now }: { now: number; afterMs: number },
): boolean {
  const countedMs = now - lane.endedSince
  // Too short a time says nothing of the pace.
  if (countedMs < afterMs) return false
  const waiting = lane.first.length + lane.retries.length
  const isFlowing = waiting * countedMs <= lane.ended * afterMs * PATIENCES
  lane.ended = 0
  lane.endedSince = now
  const since = Math.min(lane.first[0]?.since ?? now, lane.retries[0]?.since ?? now)
  const hasItsShare = lane.running >= Math.max(1, Math.floor(slots / (lanes.size + 1)))
  return !isFlowing && since < now - afterMs && hasItsShare
}

function takeWaiting<Item>(state: State<Item>, name: string, lane: Lane<Item>): Queued<Item>[] {
  state.waiting -= lane.first.length + lane.retries.length
  state.retriesWaiting -= lane.retries.length
  const taken = [...lane.first.splice(0), ...lane.retries.splice(0)]
  forgetIfIdle(state, name, lane)
  return taken
}
