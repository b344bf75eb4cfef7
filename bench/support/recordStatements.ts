import type { Payload } from 'payload'

import type { Sql } from '../../src/kernel/sql.ts'

type Statement = { text: string; values: unknown[] }

/** Keeps what Payload's pool is asked, so that its plans can be looked at. */
export type Recorder = {
  /** The statements that reading `work` led to. */
  during: (work: () => Promise<unknown>) => Promise<Statement[]>
  /** EXPLAIN (ANALYZE, BUFFERS) of a statement, as text. */
  explain: (statement: Statement) => Promise<string>
}

/** Listens to `pool.query`, through which Payload and the engine ask outside transactions. */
export function recordStatements(payload: Payload): Recorder {
  const { pool } = payload.db as unknown as { pool: { query: (...args: unknown[]) => unknown } }
  const asked = pool.query.bind(pool)
  let heard: Statement[] | undefined
  pool.query = (...args) => {
    const [first, second] = args
    const given = typeof first === 'string' ? { text: first } : { ...(first as object) }
    const { text = '', values } = given as { text?: string; values?: unknown[] }
    heard?.push({ text, values: (second as unknown[] | undefined) ?? values ?? [] })
    return asked(...args)
  }
  const sql: Sql = { query: asked as Sql['query'] }
  return {
    during: async (work) => {
      heard = []
      await work()
      const statements = heard
      heard = undefined
      return statements
    },
    explain: async ({ text, values }) => {
      const { rows } = await sql.query(`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${text}`, values)
      return rows.map((row) => String(row['QUERY PLAN'])).join('\n')
    },
  }
}
