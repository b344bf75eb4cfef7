import { atText } from './addCountsSql.ts'
import type { Source } from './source.ts'

/**
 * For a statement that changes rows which count already: from then on, their hours and days are counted from the log, until the
 * rollup closes them again. `times` is a query of one column of times. Goes into WITH; rows are locked in one order,
 * days before hours, and wait for a rollup of the hour that is under way.
 */
export function reopenPeriodsSql(source: Source, times: string): string {
  const id = (size: 'day' | 'hour'): string =>
    `SELECT '${source}|${size}|' || ${atText(`date_trunc('${size}', t.at, 'UTC')`)} FROM (${times}) AS t(at)`
  return `
UPDATE event_rollup_periods p SET is_closed = false
FROM (
  SELECT id FROM event_rollup_periods WHERE id IN (${id('day')} UNION ${id('hour')}) ORDER BY id FOR UPDATE
) held
WHERE p.id = held.id`
}
