import type { Endpoint } from 'payload'
import * as z from 'zod'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'
import { newId } from '../../kernel/ids.ts'
import { reconcileJobNames } from '../../reconcile/reconcileJobNames.ts'
import { createReconciliationSql } from '../../reconcile/reconciliationSql.ts'
import { requestSql, SCHEDULE_NOTIFICATION } from '../../schedule/scheduleSql.ts'

const input = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('find'),
    /** Slugs of watched collections. @default all of them */
    collections: z.array(z.string()).min(1).max(200).optional(),
    /** Only documents written since; changes past Payload leave no date. @default all documents */
    since: z.iso.datetime({ offset: true }).optional(),
  }),
  z.strictObject({
    action: z.literal('publish'),
    /** Ids of `event-gaps`. @default all that are open */
    gaps: z.array(z.string()).min(1).max(1_000).optional(),
  }),
])

/**
 * `POST /api/events/reconcile`: `{ action: 'find' }` compares documents with the log and lists those whose last change has no event in
 * `event-gaps`; `{ action: 'publish' }` tells what is listed. 202: a worker takes it up at once; `event-reconciliations` shows how
 * far it is. 404 for a collection that is not watched.
 */
export const startReconciliation = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/reconcile',
    access: manage,
    body: input,
    handle: async ({ body, payload, req, runtime }) => {
      const { collections, gaps, since } = selectionOf(body)
      const unknown = collections?.find((slug) => !runtime.watched.includes(slug))
      if (unknown !== undefined) throw notFound('collection', unknown)
      const id = newId('rec')
      const who = req.user && 'email' in req.user ? req.user.email : null
      const sql = await sqlOfRequest(payload)
      await sql.query(createReconciliationSql, [
        ...[id, body.action, jsonOf(collections), since, jsonOf(gaps), who],
      ])
      await sql.query(requestSql, [reconcileJobNames.run, who, new Date(runtime.clock.now())])
      await sql.query('SELECT pg_notify($1, $2)', [SCHEDULE_NOTIFICATION, ''])
      return jsonResponse({ id, action: body.action, status: 'pending' }, 202)
    },
  })

type Selection = {
  collections?: string[] | undefined
  since: Date | null
  gaps?: string[] | undefined
}

function selectionOf(body: z.output<typeof input>): Selection {
  if (body.action === 'publish') return { gaps: body.gaps, since: null }
  return { collections: body.collections, since: body.since ? new Date(body.since) : null }
}

const jsonOf = (list: string[] | undefined): string | null => (list ? JSON.stringify(list) : null)
