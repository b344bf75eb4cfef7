import type { Payload, PayloadRequest } from 'payload'

import type { Sql } from '../../src/kernel/sql.ts'
import type { Emit } from '../capture/emitter.ts'

/** What a scan works with. */
export type ScanTools = {
  payload: Payload
  /** For looking, outside transactions. */
  sql: () => Promise<Sql>
  /** Runs `work` in one transaction and rolls back when it throws. */
  transact: <Result>(
    work: (transaction: {
      sql: Sql
      req: Pick<PayloadRequest, 'transactionID'>
    }) => Promise<Result>,
  ) => Promise<Result>
  emit: Emit
  /** Rows per look. @default 500 */
  lookRows?: number
  /** Documents per transaction. @default 100 */
  tellRows?: number
}
