import type { Endpoint } from 'payload'
import * as z from 'zod'

import { FlowError } from '../../kernel/flowError.ts'
import { raiseRevisionSql } from '../../outbox/subscriptionStore.ts'
import type { FlowRuntime } from '../../runtime/flowRuntime.ts'
import { defineEndpoint, type EndpointInput } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { type ApiTransaction, inTransaction } from '../../http/inTransaction.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'
import { newSecret } from './newSecret.ts'
import { rotatedEntry, type StoredEntry } from './rotatedEntry.ts'

const HOUR_MS = 3_600_000

const rotateInput = z.strictObject({
  field: z.string().max(100).optional(),
  secret: z.string().min(1).max(4_096).optional(),
  overlapHours: z.number().min(0).max(168).optional(),
})

type RotateInput = z.output<typeof rotateInput>
type StoredSubscription = { id: number | string; channels?: StoredEntry[] | null }
type Rotated = { secret: string; previousValidUntil: string | null }

/**
 * `POST /api/events/subscriptions/:id/channels/:entryId/rotate-secret`: a new secret, generated or given, while the
 * old one stays valid for `overlapHours` (24 by default, 0 to 168). The answer shows the secret this once.
 */
export const rotateSecret = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/subscriptions/:id/channels/:entryId/rotate-secret',
    access: manage,
    body: rotateInput,
    handle: async (input) =>
      jsonResponse(await inTransaction(input.payload, (transaction) => rotate(input, transaction))),
  })

async function rotate(
  { body, param, payload, runtime }: EndpointInput<undefined, RotateInput>,
  { req, sql }: ApiTransaction,
): Promise<Rotated> {
  const id = param('id')
  // Two rotations at once must take turns, or one would forget the secret the other has just retired.
  const locked = await sql.query<{ id: number | string }>(
    'SELECT id FROM event_subscriptions WHERE id::text = $1 FOR UPDATE',
    [id],
  )
  const [row] = locked.rows
  if (!row) throw notFound('subscription', id)
  const collection = 'event-subscriptions'
  const where = { id: { equals: row.id } }
  // Below the hooks: they mask what comes out and seal what goes in.
  const stored = await payload.db.findOne<StoredSubscription>({ collection, where, req })
  const entries = stored?.channels ?? []
  const { entry, ...rotated } = rotatedFrom(entries, { body, entryId: param('entryId'), runtime })
  const channels = entries.map((each) => (each.id === entry.id ? entry : each))
  await payload.db.updateOne({ collection, id: row.id, data: { channels }, req, returning: false })
  await sql.query(raiseRevisionSql)
  return rotated
}

function rotatedFrom(
  entries: readonly StoredEntry[],
  { body, entryId, runtime }: { body: RotateInput; entryId: string; runtime: FlowRuntime },
): Rotated & { entry: StoredEntry } {
  const { field = 'secret', overlapHours = 24 } = body
  const entry = entries.find((each) => each.id === entryId)
  if (!entry) throw noEntry(entryId)
  const secret = newSecret(runtime.channels.get(entry.blockType), field, body.secret)
  const rotated = rotatedEntry({
    ...{ entry, field, secret },
    overlapMs: overlapHours * HOUR_MS,
    keyRing: runtime.keyRing,
    now: runtime.clock.now(),
  })
  return { secret, ...rotated }
}

function noEntry(entryId: string): FlowError {
  return new FlowError({
    code: 'FLOW_API_NOT_FOUND',
    message: `the subscription has no channel entry "${entryId.slice(0, 100)}"`,
    hint: 'The ids of the entries are in `channels` of the subscription.',
    status: 404,
    details: { entry: entryId.slice(0, 100) },
  })
}
