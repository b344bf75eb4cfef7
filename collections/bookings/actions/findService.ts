import type { PayloadRequest } from 'payload'

import { FlowError } from '../../../src/kernel/flowError.ts'
import { readRow, type StoredRow } from '../../readRow.ts'

/** A published service. FLOW_SERVICE_NOT_FOUND (404), also for drafts. */
export async function findService(req: PayloadRequest, id: string): Promise<StoredRow> {
  const service = await readRow(req, 'services', id)
  if (service && service['_status'] === 'published') return service
  throw new FlowError({
    code: 'FLOW_SERVICE_NOT_FOUND',
    message: `there is no service "${id.slice(0, 100)}"`,
    status: 404,
  })
}
