import type { PayloadRequest } from 'payload'

const NOTES = 'flowmastersRenewals'

/** What one transaction has planned for subscriptions and not yet written. */
export type RenewalNotes = {
  /** Until when a subscription is paid: the later one of what is stored and what is promised. */
  paidUntil: (subscription: unknown, stored: string | null) => string | null
  promise: (subscription: unknown, end: string) => void
  /** Leaves a task for after the write. */
  plan: (task: string) => void
  /** Takes a task that was left; false when there is none. */
  take: (task: string) => boolean
}

type Notes = { promised: Map<string, string>; tasks: string[] }

/**
 * Notes between the hooks before and after a write. A bulk update plans all its payments before it writes the first one, so
 * without them two payments of one subscription would be planned for the same period.
 */
export async function renewalNotes(req: PayloadRequest): Promise<RenewalNotes> {
  const transaction = String(await req.transactionID)
  const { promised, tasks } = notesOf(req)
  const keyOf = (name: unknown): string => `${transaction}:${String(name)}`
  return {
    paidUntil: (subscription, stored) => {
      const noted = promised.get(keyOf(subscription))
      if (noted === undefined) return stored
      return stored !== null && Date.parse(stored) > Date.parse(noted) ? stored : noted
    },
    promise: (subscription, end) => {
      promised.set(keyOf(subscription), end)
    },
    plan: (task) => {
      tasks.push(keyOf(task))
    },
    take: (task) => {
      const at = tasks.indexOf(keyOf(task))
      return at >= 0 && tasks.splice(at, 1).length === 1
    },
  }
}

function notesOf({ context }: PayloadRequest): Notes {
  const known = context[NOTES]
  if (isNotes(known)) return known
  const fresh: Notes = { promised: new Map(), tasks: [] }
  context[NOTES] = fresh
  return fresh
}

function isNotes(value: unknown): value is Notes {
  return typeof value === 'object' && value !== null && 'promised' in value && 'tasks' in value
}
