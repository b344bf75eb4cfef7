import type { AuthStrategyFunction, Payload, PayloadRequest } from 'payload'

import { columnsOf } from '../../src/database/columnsOf.ts'
import { postgresAdapter } from '../../src/database/postgresAdapter.ts'
import { FlowError } from '../../src/kernel/flowError.ts'
import type { Sql } from '../../src/kernel/sql.ts'
import type { Tracking } from '../rules/track.ts'
import { captureActivity, isNoteDue, type NoteActivity } from './captureActivity.ts'
import type { Emit } from './emitter.ts'

/** What watching needs. */
export type WatchTools = {
  emit: Emit
  /** Milliseconds since the Unix epoch. */
  now: () => number
  /** Runs `work` in one transaction and rolls back when it throws. */
  transact: (
    work: (transaction: { sql: Sql; req: Pick<PayloadRequest, 'transactionID'> }) => Promise<void>,
  ) => Promise<void>
}

const watched = new WeakSet<object>()

/**
 * Notes every signed-in request of tracked users, whatever it asks for and however it signs in (session, API key, a site's
 * own way): Payload reads the user for each request, and what it read says whether a note is due, so most requests
 * cost a comparison. A note that fails is logged and harms no request; the next one tries again.
 * Throws FLOW_TRACKING_FIELD_UNKNOWN.
 */
export function watchActivity(
  payload: Payload,
  tracking: readonly Tracking[],
  tools: WatchTools,
): void {
  const notes = new Map(
    tracking.flatMap((tracked) => {
      const note = captureActivity(tracked, tools.emit)
      if (tracked.activity) assertField(payload, tracked.collection, tracked.activity.field)
      return note ? [[tracked.collection, { note, tracked }] as const] : []
    }),
  )
  if (notes.size === 0) return
  const inFlight = new Map<string, Promise<void>>()

  const see = async (user: Seen): Promise<void> => {
    const entry = notes.get(user.collection)
    const now = tools.now()
    if (!entry?.tracked.activity || !isNoteDue(entry.tracked.activity, user, now)) return
    const key = `${user.collection}:${user.id}`
    const noting =
      inFlight.get(key) ??
      noteOne(payload, { user, now, note: entry.note, tools }).finally(() => inFlight.delete(key))
    inFlight.set(key, noting)
    await noting
  }
  for (const strategy of payload.authStrategies) {
    if (watched.has(strategy)) continue
    watched.add(strategy)
    strategy.authenticate = watching(strategy.authenticate, see)
  }
}

/** A note that has nowhere to go would be lost in silence. */
function assertField(payload: Payload, collection: string, field: string): void {
  if (columnsOf(postgresAdapter(payload), collection)?.[field]) return
  throw new FlowError({
    code: 'FLOW_TRACKING_FIELD_UNKNOWN',
    message: `the activity of "${collection}" is to be noted in "${field}", which is no field of it`,
    hint: 'Add a date field with an index, or leave `activity` out of track().',
  })
}

type Seen = { id: number | string; collection: string } & Record<string, unknown>

function watching(
  authenticate: AuthStrategyFunction,
  see: (user: Seen) => Promise<void>,
): AuthStrategyFunction {
  return async (args) => {
    const result = await authenticate(args)
    if (result.user) await see({ ...result.user })
    return result
  }
}

async function noteOne(
  payload: Payload,
  { note, now, tools, user }: { user: Seen; now: number; note: NoteActivity; tools: WatchTools },
): Promise<void> {
  const config = payload.collections[user.collection]?.config
  if (!config) return
  try {
    await tools.transact(({ req, sql }) => {
      // What reads rows needs a request; only its transaction and its Payload count.
      const request = { ...req, payload, context: {} } as unknown as PayloadRequest
      return note({ config, id: user.id, now }, { req: request, sql })
    })
  } catch (err) {
    payload.logger.warn({ msg: 'flowmasters: the activity of a user could not be noted', err })
  }
}
