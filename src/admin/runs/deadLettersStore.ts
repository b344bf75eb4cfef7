import type { Sql } from '../../kernel/sql.ts'

/** How many deliveries failed for good or were set aside; tests of subscriptions do not count. */
export async function countDeadLetters(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM event_deliveries WHERE status IN ('dead', 'poisoned') AND step >= 0",
  )
  return rows[0]?.count ?? 0
}
