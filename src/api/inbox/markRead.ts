import type { Endpoint } from 'payload'
import * as z from 'zod'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { callerId } from './callerId.ts'
import { inboxAccess } from './inboxAccess.ts'

const id = z
  .string()
  .max(100)
  .refine((text) => !text.includes('\0'), { error: 'is not an id' })
const body = z.union(
  [
    z.strictObject({ ids: z.array(id).min(1).max(500) }),
    z.strictObject({
      all: z.literal(true),
      before: z.int().min(0).optional(),
    }),
  ],
  { error: 'must be { "ids": ["ntf_…"] } or { "all": true, "before": 7 }' },
)

/**
 * `POST /api/notifications/read` with `{ ids }`, or `{ all: true, before? }`: marks the caller's own as read. `before` is a
 * `lastEventId`: what came after it, and was not on the screen, stays unread. Ids of somebody else's are passed over.
 */
export const markRead = (): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/read',
    access: inboxAccess,
    body,
    handle: async ({ body: given, req, runtime }) => {
      const userId = callerId(req)
      const read = await runtime.notifications.markRead({
        userId,
        ids: 'ids' in given ? given.ids : null,
        through: 'ids' in given ? null : (given.before ?? null),
      })
      const { unread, version } = await runtime.notifications.state(userId)
      return jsonResponse({ read, unreadCount: unread, lastEventId: version })
    },
  })
