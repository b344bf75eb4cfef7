import type { Endpoint } from 'payload'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import type { CallbackOwner } from '../../delivery/callbackKeys.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'

/**
 * `GET /api/events/callbacks`: the addresses to enter in the cabinets of services, of the server's own accounts (`server`)
 * and of the channel entries of subscriptions. `url` is null while FLOWMASTERS_PUBLIC_URL is not set.
 */
export const listCallbacks = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/events/callbacks',
    access: manage,
    handle: async ({ payload, runtime }) => {
      const { callbacks, channels, subscriptions } = runtime
      const hears = (slug: string): boolean =>
        channels.has(slug) && channels.get(slug).callback !== undefined
      const addressOf = (owner: CallbackOwner) => ({
        channel: owner.channel,
        path: callbacks.path(owner),
        url: callbacks.publicUrl(owner) ?? null,
      })
      const sql = await sqlOfRequest(payload)
      const { rows } = await sql.query<{ revision: string }>(
        "SELECT revision FROM event_engine_state WHERE id = 'subscriptions'",
      )
      const { byId } = await subscriptions.atLeast(Number(rows[0]?.revision ?? 0))
      return jsonResponse({
        server: channels
          .all()
          .filter(({ slug }) => hears(slug))
          .map(({ slug }) => addressOf({ channel: slug, entryId: null })),
        subscriptions: [...byId.values()].flatMap((subscription) =>
          subscription.channels
            .filter(({ channel }) => hears(channel))
            .map(({ channel, entryId }) => ({
              subscription: subscription.id,
              name: subscription.name,
              entryId,
              ...addressOf({ channel, entryId }),
            })),
        ),
      })
    },
  })
