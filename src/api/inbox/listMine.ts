import type { Endpoint } from 'payload'
import * as z from 'zod'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { queryField } from '../../http/queryField.ts'
import { callerId } from './callerId.ts'
import { inboxAccess } from './inboxAccess.ts'
import { placeField } from './placeField.ts'

const query = z.strictObject({
  limit: queryField.limit,
  before: placeField.optional(),
  unread: z.enum(['true', 'false']).optional(),
  locale: queryField.locale,
})

/**
 * `GET /api/notifications/mine?limit&before&unread`: the caller's own, newest first. `before` is the `nextBefore` of the page
 * before; pages hold every notification once, whatever arrives meanwhile. `lastEventId` is where a stream goes on.
 */
export const listMine = (): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/mine',
    access: inboxAccess,
    query,
    handle: async ({ query: { before, limit, unread }, req, runtime }) => {
      const userId = callerId(req)
      // How things stand first: what arrives in between is told by the stream a second time, and not lost.
      const { unread: unreadCount, version } = await runtime.notifications.state(userId)
      const page = await runtime.notifications.page({
        userId,
        before: before ?? null,
        isUnread: unread === 'true',
        limit: limit ?? 20,
      })
      return jsonResponse({ ...page, unreadCount, lastEventId: version })
    },
  })
