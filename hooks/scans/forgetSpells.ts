import type { Sql } from '../../src/kernel/sql.ts'
import type { Scan } from './scan.ts'

const YEAR_MS = 365 * 86_400_000
const MARGIN_MS = 30 * 86_400_000

/**
 * Deletes spells that no scan can come upon again, because documents that fell due so long ago are not looked at. Spells that hold
 * for ever (a scan without spell fields) stay. Says how many were deleted.
 */
export async function forgetSpells(sql: Sql, scans: readonly Scan[], now: number): Promise<number> {
  let forgotten = 0
  for (const { events, passes, spell } of scans) {
    if (spell.length === 0 || events.length === 0) continue
    const longest = Math.max(...passes.map(({ withinMs }) => withinMs ?? YEAR_MS))
    const { rowCount } = await sql.query(
      'DELETE FROM event_spells WHERE type = ANY($1) AND created_at < $2',
      [events, new Date(now - longest - MARGIN_MS)],
    )
    forgotten += rowCount ?? 0
  }
  return forgotten
}
