import type { CollectionConfig } from 'payload'

import { sqlOfRequest } from '../database/requestSqlStore.ts'
import { INBOX_NOTIFICATION } from '../inbox/inboxNotification.ts'

/**
 * Lets the streams of whoever signs out end at once, in every process. Told in the transaction that ends the session, so that
 * the streams ask when it has ended.
 */
export function withSignOutNotice(
  collections: readonly CollectionConfig[],
  users: string,
): CollectionConfig[] {
  return collections.map((collection) =>
    collection.slug === users
      ? {
          ...collection,
          hooks: {
            ...collection.hooks,
            afterLogout: [
              ...(collection.hooks?.afterLogout ?? []),
              async ({ req }) => {
                if (!req.user) return
                const sql = await sqlOfRequest(req.payload, req)
                await sql.query('SELECT pg_notify($1, $2)', [
                  INBOX_NOTIFICATION,
                  `out:${req.user.id}`,
                ])
              },
            ],
          },
        }
      : collection,
  )
}
