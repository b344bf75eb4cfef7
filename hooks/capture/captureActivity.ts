import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { escapeIdentifier } from 'pg'

import { columnsOf } from '../../src/database/columnsOf.ts'
import { postgresAdapter } from '../../src/database/postgresAdapter.ts'
import { tableOf } from '../../src/database/tableOf.ts'
import type { JsonObject } from '../../src/kernel/json.ts'
import type { Sql } from '../../src/kernel/sql.ts'
import type { Change } from '../rules/change.ts'
import { rulesFor } from '../rules/rulesFor.ts'
import type { Activity, Tracking } from '../rules/track.ts'
import { type Emit, emissionsOf } from './emitter.ts'
import { readMainRow } from './mainRowStore.ts'

const MINUTE_MS = 60_000

/** A sign of life of one user. */
export type Sign = {
  config: SanitizedCollectionConfig
  id: number | string
  /** Milliseconds since the Unix epoch. */
  now: number
}

/** Notes a sign of life in the transaction of a request; at most one write per user and interval. */
export type NoteActivity = (
  sign: Sign,
  transaction: { sql: Sql; req: PayloadRequest },
) => Promise<void>

/**
 * Makes the note of a collection: one conditional UPDATE, so that of many simultaneous requests one writes, and only that one means
 * events. `updatedAt` stays, because being seen is not an edit of the profile.
 * Undefined when the tracking names no activity.
 */
export function captureActivity(tracking: Tracking, emit: Emit): NoteActivity | undefined {
  const { activity } = tracking
  if (!activity) return undefined
  const rules = rulesFor(tracking, 'activity')
  return async ({ config, id, now }, { req, sql }) => {
    const adapter = postgresAdapter(req.payload)
    const table = tableOf(adapter, config.slug)
    const name = columnsOf(adapter, config.slug)?.[activity.field]?.name
    if (table === undefined || name === undefined) return
    const column = escapeIdentifier(name)
    const seen = await sql.query<{ before: Date | null }>(
      `WITH due AS (
         SELECT id, ${column} AS before FROM ${table}
         WHERE id = $1 AND (${column} IS NULL OR ${column} <= $3) FOR NO KEY UPDATE
       )
       UPDATE ${table} u SET ${column} = $2 FROM due WHERE u.id = due.id RETURNING due.before`,
      [id, new Date(now), new Date(now - activity.everyMinutes * MINUTE_MS)],
    )
    const [row] = seen.rows
    if (!row || rules.length === 0) return
    const current = await readMainRow(req, config, id)
    if (!current) return
    const previous = { ...current, [activity.field]: row.before?.toISOString() ?? null }
    const emissions = emissionsOf(rules, changeOf(activity, current, previous), {
      source: 'auth',
      collection: config.slug,
      documentId: String(id),
      userId: String(id),
      userEmail: typeof current['email'] === 'string' ? current['email'] : null,
    })
    if (emissions.length > 0) await emit(emissions, req)
  }
}

function changeOf(activity: Activity, current: JsonObject, previous: JsonObject): Change {
  return {
    operation: 'activity',
    current,
    previous,
    changed: [activity.field],
    hasDrafts: false,
    isVisible: true,
    wasVisible: true,
    isFirstAppearance: false,
  }
}

/** Whether the last note of a user, as read with the request, is old enough for a new one. Costs no query. */
export function isNoteDue(
  activity: Activity,
  user: Readonly<Record<string, unknown>>,
  now: number,
): boolean {
  const last = user[activity.field]
  return typeof last !== 'string' || now - Date.parse(last) >= activity.everyMinutes * MINUTE_MS
}
