import type { Endpoint } from 'payload'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { callerId } from './callerId.ts'
import { inboxAccess } from './inboxAccess.ts'

/** `GET /api/notifications/unread-count`: `{ unreadCount, lastEventId }` of the caller. */
export const countUnread = (): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/unread-count',
    access: inboxAccess,
    handle: async ({ req, runtime }) => {
      const { unread, version } = await runtime.notifications.state(callerId(req))
      return jsonResponse({ unreadCount: unread, lastEventId: version })
    },
  })
