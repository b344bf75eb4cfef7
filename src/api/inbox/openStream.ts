import { type Endpoint, executeAuthStrategies, type PayloadRequest } from 'payload'
import * as z from 'zod'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { parseInput } from '../../http/parseInput.ts'
import { queryField } from '../../http/queryField.ts'
import { callerId } from './callerId.ts'
import { inboxAccess } from './inboxAccess.ts'
import { placeField } from './placeField.ts'

const query = z.strictObject({ after: placeField.optional(), locale: queryField.locale })
const header = z.strictObject({ 'last-event-id': placeField.optional() })

/**
 * `GET /api/notifications/stream`: server-sent events of the caller's inbox, for `EventSource`. `unread` comes at once and
 * whenever the number changes, `notification` for each new one. A browser that comes back sends `Last-Event-ID` by itself; a
 * page that has a list already says `?after=<lastEventId>`. It ends when the account signs out.
 */
export const openStream = (): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/stream',
    access: inboxAccess,
    query,
    handle: async ({ query: { after }, req, runtime }) => {
      const given = req.headers.get('last-event-id') || undefined
      const { 'last-event-id': last } = parseInput(header, { 'last-event-id': given }, 'header')
      const readable = runtime.inboxStreams.open({
        userId: callerId(req),
        after: last ?? after ?? null,
        signal: req.signal ?? undefined,
        isSignedIn: () => isSameCaller(req),
      })
      return new Response(readable, { headers: streamHeaders })
    },
  })

/** Nobody on the way may keep, change or hold back a stream. */
const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** Asks once more, as for a new request with the same headers: sessions end, keys are withdrawn, people are deleted. */
async function isSameCaller({ headers, payload, user }: PayloadRequest): Promise<boolean> {
  const { user: now } = await executeAuthStrategies({ headers, payload })
  return now?.id === user?.id && now?.collection === user?.collection
}
