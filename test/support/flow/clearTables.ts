import type { Sql } from '../../../src/kernel/sql.ts'

/** Empties tables while workers look at them: TRUNCATE would lock several whole tables, and now and then deadlock with a look. */
export async function clearTables(sql: Sql, ...tables: readonly string[]): Promise<void> {
  for (const table of tables) await sql.query(`DELETE FROM ${table}`)
}
