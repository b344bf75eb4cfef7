/** A row as node-postgres returns it. */
export type SqlRow = Record<string, unknown>

/** The smallest SQL port: parameterised text in, rows out. Satisfied by pg's Pool and PoolClient. */
export type Sql = {
  query: <Row extends SqlRow = SqlRow>(
    text: string,
    values?: unknown[],
  ) => Promise<{ rows: Row[]; rowCount: number | null }>
}

/** Runs `work` in one transaction on one connection; rolls back when it throws. */
export type Transact = <Result>(work: (sql: Sql) => Promise<Result>) => Promise<Result>
