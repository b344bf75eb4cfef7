import type { Endpoint, PayloadRequest } from 'payload'

import { eventLimits } from '../../event-service/eventLimits.ts'
import type { PublishOptions } from '../../event-service/eventService.ts'
import type { WrittenEvent } from '../../event-service/eventWriter.ts'
import { FlowError } from '../../kernel/flowError.ts'
import type { FlowRuntime } from '../../runtime/flowRuntime.ts'
import { type EventDocument, lockDocuments } from '../../outbox/lockDocumentsStore.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { inTransaction } from '../../http/inTransaction.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { type EventInput, publishInput } from './publishInput.ts'

const KEY_HEADER = 'idempotency-key'

/**
 * `POST /api/events/publish`: takes events from other servers (`Authorization: users API-Key …`) and from staff who
 * may manage. 201 when something was stored, 200 when every event was there already under its idempotency key.
 * One event is answered `{ id, isDuplicate }`; `{ events: [...] }` is stored all or none and answered
 * `{ events: [{ id, isDuplicate }] }` in the same order.
 */
export const publishEvents = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/publish',
    access: manage,
    body: publishInput,
    // A hundred events of the largest size; each is checked against its own limit.
    maxBodyBytes: 100 * eventLimits.maxBodyBytes,
    handle: async ({ body, payload, req, runtime }) => {
      const headerKey = req.headers.get(KEY_HEADER) ?? undefined
      if (!('events' in body)) {
        const idempotencyKey = keyOf(body, headerKey)
        const written = await publishOne(runtime, body, { ...originOf(body, req), idempotencyKey })
        return jsonResponse(written, written.isDuplicate ? 200 : 201)
      }
      if (headerKey !== undefined) throw headerOnBatch()
      const written = await inTransaction(payload, async (transaction) => {
        await transaction.sql.query(lockKeysSql, [
          body.events.map(({ idempotencyKey }) => idempotencyKey),
        ])
        await lockDocuments(payload, transaction.req, body.events.map(documentOf))
        const list: WrittenEvent[] = []
        for (const [index, event] of body.events.entries()) {
          const options = { ...originOf(event, req), idempotencyKey: event.idempotencyKey }
          list.push(
            await atIndex(index, publishOne(runtime, event, { ...options, req: transaction.req })),
          )
        }
        return list
      })
      return jsonResponse(
        { events: written },
        written.every((each) => each.isDuplicate) ? 200 : 201,
      )
    },
  })

/** Two lists with the same keys in different order would wait for each other's rows for ever. */
const lockKeysSql = `
SELECT pg_advisory_xact_lock(name) FROM (
  SELECT DISTINCT hashtextextended(key, 5051) AS name FROM unnest($1::text[]) AS key WHERE key IS NOT NULL
  ORDER BY name
) AS names`

/** As the event will say it, so that all documents of a list are locked in one order. */
function documentOf({ meta }: EventInput): EventDocument {
  const documentId = meta?.documentId ?? null
  return {
    collection: meta?.collection ?? null,
    documentId: documentId === null ? null : String(documentId),
  }
}

type Origin = Pick<PublishOptions, 'meta'>
type OneOptions = Origin & { idempotencyKey: string | undefined; req?: unknown }

function publishOne(
  runtime: FlowRuntime,
  { data, type }: EventInput,
  { idempotencyKey, ...options }: OneOptions,
): Promise<WrittenEvent> {
  return runtime.events.publishUnknown(type, data, {
    ...options,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  })
}

/** Who and where from is not the sender's to say. */
function originOf({ meta = {} }: EventInput, req: PayloadRequest): Origin {
  const user: { id?: number | string; email?: unknown } | null = req.user
  const given = Object.fromEntries(Object.entries(meta).filter(([, value]) => value != null))
  return {
    meta: {
      ...given,
      source: 'api',
      userId: user?.id ?? null,
      userEmail: typeof user?.email === 'string' ? user.email : null,
    },
  }
}

function keyOf({ idempotencyKey }: EventInput, headerKey: string | undefined): string | undefined {
  if (idempotencyKey !== undefined && headerKey !== undefined && idempotencyKey !== headerKey) {
    throw new FlowError({
      code: 'FLOW_API_INPUT_INVALID',
      message: 'the header Idempotency-Key and idempotencyKey of the body are not the same',
      hint: 'Send one of them.',
      status: 400,
      details: { issues: [{ field: 'idempotencyKey', message: 'differs from the header' }] },
    })
  }
  return idempotencyKey ?? headerKey
}

function headerOnBatch(): FlowError {
  return new FlowError({
    code: 'FLOW_API_INPUT_INVALID',
    message: 'the header Idempotency-Key does not go with a list of events',
    hint: 'Give each event an idempotencyKey of its own.',
    status: 400,
    details: { issues: [{ field: KEY_HEADER, message: 'is for one event' }] },
  })
}

/** Names the event of a list that was refused; the others are rolled back with it. */
async function atIndex<Result>(index: number, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    throw new FlowError({
      code: error.code,
      message: `events.${index}: ${error.message.replace(`[flowmasters] ${error.code}: `, '')}`,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      status: error.status,
      details: { ...error.details, index },
      cause: error,
    })
  }
}
