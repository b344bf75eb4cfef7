import type { Endpoint } from 'payload'
import * as z from 'zod'

import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'
import { newId } from '../../kernel/ids.ts'
import type { Sql } from '../../kernel/sql.ts'
import { countReplay } from '../../replay/countReplay.ts'
import { REPLAY_JOB } from '../../replay/replayJobName.ts'
import {
  backfillSelection,
  deliverySelection,
  type ReplaySelection,
} from '../../replay/replaySelection.ts'
import { createReplaySql } from '../../replay/replaySql.ts'
import { requestSql, SCHEDULE_NOTIFICATION } from '../../schedule/scheduleSql.ts'

const replayInput = z
  .strictObject({
    select: deliverySelection.optional(),
    /** What has failed for good, as `select: { status: ['dead', 'poisoned'] }`. */
    deadLetters: z.literal(true).optional(),
    backfill: backfillSelection.optional(),
    /** @default 'same' */
    ids: z.enum(['same', 'new']).optional(),
    /** @default 50 */
    perSecond: z.number().int().min(1).max(1_000).optional(),
    dryRun: z.boolean().optional(),
  })
  .refine(({ backfill, deadLetters, select }) => {
    const given = [select, deadLetters, backfill].filter((way) => way !== undefined)
    return given.length === 1
  }, 'give one of select, deadLetters, backfill')
  .refine(({ backfill, ids }) => !(backfill && ids), {
    error: 'a back-fill makes new deliveries',
    path: ['ids'],
  })

/**
 * `POST /api/events/replay`: sends past deliveries again, or gives past events to a subscription. With `dryRun` says how many rows are
 * meant and does nothing. 202: a worker takes it up at once; `event-replays` shows how far it is.
 */
export const startReplay = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/replay',
    access: manage,
    body: replayInput,
    handle: async ({ body, payload, req, runtime }) => {
      const sql = await sqlOfRequest(payload)
      const selection = selectionOf(body)
      if (selection.kind === 'backfill') await assertKnown(sql, selection.where.subscription)
      const clock = await sql.query<{ now: Date }>(
        "SELECT date_trunc('milliseconds', clock_timestamp()) AS now",
      )
      const until = clock.rows[0]?.now ?? new Date(runtime.clock.now())
      const count = await countReplay(sql, selection, until)
      if (body.dryRun === true) return jsonResponse({ dryRun: true, count })
      const id = newId('rpl')
      const who = req.user && 'email' in req.user ? req.user.email : null
      const ids = selection.kind === 'backfill' ? 'new' : (body.ids ?? 'same')
      await sql.query(createReplaySql, [
        ...[id, JSON.stringify(selection), ids, body.perSecond ?? 50, until, who, count],
      ])
      await sql.query(requestSql, [REPLAY_JOB, who, new Date(runtime.clock.now())])
      await sql.query('SELECT pg_notify($1, $2)', [SCHEDULE_NOTIFICATION, ''])
      return jsonResponse({ id, status: 'pending', count, ids }, 202)
    },
  })

function selectionOf(body: z.output<typeof replayInput>): ReplaySelection {
  if (body.backfill) return { kind: 'backfill', where: body.backfill }
  return { kind: 'deliveries', where: body.select ?? { status: ['dead', 'poisoned'] } }
}

async function assertKnown(sql: Sql, subscription: string): Promise<void> {
  const { rows } = await sql.query('SELECT 1 FROM event_subscriptions WHERE id::text = $1', [
    subscription,
  ])
  if (rows.length === 0) throw notFound('subscription', subscription)
}
