import type { PayloadRequest } from 'payload'

const TURNS = 'flowmastersTurns'

/**
 * Runs `work` after what the same request does under the same key already. A bulk update saves its documents at once on
 * one connection, where no lock of the database holds them apart; those of others are held apart by `advisoryLock`.
 */
export async function inTurn<Result>(
  req: Pick<PayloadRequest, 'context'>,
  key: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const turns = turnsOf(req)
  const before = turns.get(key) ?? Promise.resolve()
  const mine = before.then(work)
  // The next one waits for the end of this one, not for its success.
  turns.set(
    key,
    mine.then(
      () => undefined,
      () => undefined,
    ),
  )
  return mine
}

function turnsOf({ context }: Pick<PayloadRequest, 'context'>): Map<string, Promise<void>> {
  const known = context[TURNS]
  if (known instanceof Map) return known
  const fresh = new Map<string, Promise<void>>()
  context[TURNS] = fresh
  return fresh
}
