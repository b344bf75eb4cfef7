import type { Attempt } from '../channels/attempt.ts'
import { createReasons } from '../channels/createReasons.ts'
import { engineReasons } from '../delivery-log/engineReasons.ts'
import { createTurns } from './createTurns.ts'
import type { RemoteObject, RemoteObjectBook } from './remoteObjectBook.ts'

const because = createReasons(engineReasons)
const makers = createTurns()

type About = {
  book: RemoteObjectBook | undefined
  /** Undefined: the delivery is about no object whose id is kept. */
  object: RemoteObject | undefined
  deliveryId: string
  signal: AbortSignal
}

/**
 * Gives a try the id of its object and keeps the id it learns. While the id is not known, tries about one object take turns in this
 * process: two events of a new document would both find nothing at the service, and both make it.
 */
export async function deliverToObject(
  { book, deliveryId, object, signal }: About,
  deliver: (remoteId: string | undefined) => Promise<Attempt>,
): Promise<Attempt> {
  if (book === undefined || object === undefined) return deliver(undefined)
  const tryWith = async (known: string | undefined): Promise<Attempt> => {
    const attempt = await deliver(known)
    const learnt = learntOf(attempt)
    if (learnt === undefined || learnt === known) return attempt
    try {
      await book.keep(object, { remoteId: learnt, deliveryId })
      return attempt
    } catch (error) {
      return withRemark(attempt, learnt, error)
    }
  }
  const known = await book.idOf(object)
  if (known !== undefined) return tryWith(known)
  // Asked once more: somebody may have learnt it between the question and the turn.
  return makers(JSON.stringify(object), signal, async () => tryWith(await book.idOf(object)))
}

/** Longer ones are no ids. */
const MAX_ID = 500

function learntOf(attempt: Attempt): string | undefined {
  const id: unknown = attempt.outcome === 'delivered' ? attempt.remoteId : undefined
  return typeof id === 'string' && id !== '' && id.length <= MAX_ID ? id : undefined
}

/** What was delivered stays delivered: sent again, it might be made again. The log says that the id is not known. */
function withRemark(attempt: Attempt, remoteId: string, error: unknown): Attempt {
  if (attempt.outcome !== 'delivered') return attempt
  const detail = error instanceof Error ? error.message : String(error)
  const { reason, reasons } = because('remote_id_not_kept', { id: remoteId, detail })
  return {
    ...attempt,
    note: attempt.note === undefined ? reason : `${attempt.note}; ${reason}`,
    reasons: [...(attempt.reasons ?? []), ...reasons],
  }
}
