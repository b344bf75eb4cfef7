import type { Sql } from '../../src/kernel/sql.ts'
import type { DuePage, DueRow } from './duePage.ts'

/**
 * Locks rows until the transaction ends and reads them again: only those that are still due come back. Those another transaction
 * holds are left out at once, for nobody must wait for a scan, nor a scan for anybody.
 */
export async function lockDue(
  sql: Sql,
  { moments, statements }: DuePage,
  rows: readonly DueRow[],
): Promise<DueRow[]> {
  const ids = rows.map(({ id }) => id)
  const locked = await sql.query<DueRow>(statements.lock, [...moments, ...statements.values, ids])
  const order = new Map(ids.map((id, index) => [String(id), index]))
  const placeOf = ({ id }: DueRow): number => order.get(String(id)) ?? 0
  return locked.rows.sort((a, b) => placeOf(a) - placeOf(b))
}
