import type { Payload } from 'payload'

import type { ScanTools } from '../../../hooks/scans/scanTools.ts'
import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { inTransaction } from '../../../src/http/inTransaction.ts'
import { createEmit } from '../../../src/plugin/createEmit.ts'
import { getRuntime } from '../../../src/runtime/getRuntime.ts'

/** What the engine gives its scans, for running one directly. */
export function scanToolsOf(payload: Payload, sizes: Partial<ScanTools> = {}): ScanTools {
  return {
    payload,
    sql: () => sqlOfRequest(payload),
    transact: (work) => inTransaction(payload, work),
    emit: createEmit(getRuntime(payload)),
    ...sizes,
  }
}
