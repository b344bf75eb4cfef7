import type { Logger } from '../kernel/logger.ts'
import type { Sql } from '../kernel/sql.ts'
import type { Inspector } from './inspector.ts'

/** What comparing needs. */
export type ReconcileOptions<Req = unknown> = {
  sql: Sql
  transact: <Result>(
    work: (transaction: { sql: Sql; req: Req }) => Promise<Result>,
  ) => Promise<Result>
  /** One per tracked collection. */
  inspectors: readonly Inspector<Req>[]
  logger: Logger
  signal: AbortSignal
  /** Documents per page. @default 200 */
  pageRows?: number
}

/** What came of it: documents or gaps gone through, gaps found or told. */
export type ReconcileReport = { looked: number; found: number }
