import type { ReplaySelection } from './replaySelection.ts'

/** Where a replay stands; the last three are ends. */
export type ReplayStatus = 'pending' | 'running' | 'done' | 'cancelled' | 'failed'

/** A replay as its runner reads it. */
export type ReplayRow = {
  id: string
  status: ReplayStatus
  selection: ReplaySelection
  /** `same`: the delivery itself goes out again, receivers may know its id; `new`: a new one with an id of its own. */
  ids: 'same' | 'new'
  perSecond: number
  /** Rows up to this moment are meant. */
  until: Date
  /** The last row that is done: everything up to it is, nothing behind it. */
  cursor: ReplayCursor | null
  looked: number
  replayed: number
}

/** Rows are gone through by time and id. */
export type ReplayCursor = { at: string; id: string }
