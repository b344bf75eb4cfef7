import type { Sql } from '../../../src/kernel/sql.ts'

/** Every row of every table of the database as text: for what must be nowhere in it. */
export async function dumpTables(sql: Sql): Promise<string> {
  const { rows: tables } = await sql.query<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
     FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql.query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM ${name} t`,
    )
    parts.push(...rows.map(({ row }) => `${name} ${row}`))
  }
  return parts.join('\n')
}
