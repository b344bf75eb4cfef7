/** A row as node-postgres returns it. */
export type SqlRow = Record<string, unknown>

/** A statement Postgres plans once per connection: for the few that run with every document. */
export type NamedStatement = { name: string; text: string; values: unknown[] }

/** The smallest SQL port: parameterised text in, rows out. Satisfied by pg's Pool and PoolClient. */
export type Sql = {
  query: <Row extends SqlRow = SqlRow>(
    text: string | NamedStatement,
    values?: unknown[],
  ) => Promise<{ rows: Row[]; rowCount: number | null }>
}

/** Runs `work` in one transaction on one connection; rolls back when it throws. */
export type Transact = <Result>(work: (sql: Sql) => Promise<Result>) => Promise<Result>
