import type { Sql } from '../kernel/sql.ts'
import type { ReplaySelection } from './replaySelection.ts'
import { backfillConditions, deliveryConditions } from './replaySql.ts'

/** Rows a replay would go through: deliveries; or past events, of which the filter of the subscription takes some. */
export async function countReplay(
  sql: Sql,
  selection: ReplaySelection,
  until: Date,
): Promise<number> {
  const isBackfill = selection.kind === 'backfill'
  const { values, where } = isBackfill
    ? backfillConditions(selection.where, until)
    : deliveryConditions(selection.where, until)
  const { rows } = await sql.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM ${isBackfill ? 'event_logs e' : 'event_deliveries d'} WHERE ${where}`,
    values,
  )
  return rows[0]?.total ?? 0
}
