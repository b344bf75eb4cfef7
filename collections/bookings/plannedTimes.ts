import type { PayloadRequest } from 'payload'

const NOTES = 'flowmastersPlannedTimes'

/** From when until when, milliseconds; `id` is absent while the booking is being created. */
export type PlannedTime = { id: number | string | undefined; from: number; until: number }

/** Times of one person that were checked and are not yet written. */
export type PlannedTimes = {
  overlaps: (time: PlannedTime) => boolean
  add: (time: PlannedTime) => void
  /** The row says it now. */
  forget: (time: PlannedTime) => void
}

/** The notes of the request's transaction: a bulk update checks all its documents before it writes the first one. */
export async function plannedTimes(
  req: PayloadRequest,
  staffMember: unknown,
): Promise<PlannedTimes> {
  const key = `${String(await req.transactionID)}:${String(staffMember)}`
  const notes = notesOf(req)
  const times = notes.get(key) ?? []
  notes.set(key, times)
  return {
    overlaps: ({ from, id, until }) =>
      times.some(
        (other) =>
          (id === undefined || other.id !== id) && other.from < until && other.until > from,
      ),
    add: (time) => {
      times.push(time)
    },
    forget: ({ from, id, until }) => {
      const at = times.findIndex(
        (time) =>
          (time.id === undefined || time.id === id) && time.from === from && time.until === until,
      )
      if (at >= 0) times.splice(at, 1)
    },
  }
}

function notesOf({ context }: PayloadRequest): Map<string, PlannedTime[]> {
  const known = context[NOTES]
  if (known instanceof Map) return known
  const fresh = new Map<string, PlannedTime[]>()
  context[NOTES] = fresh
  return fresh
}
