import type { PayloadRequest } from 'payload'

import { FlowError } from '../../../src/kernel/flowError.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { isAdminOrManager } from '../../access/isAdminOrManager.ts'
import { innerRequest } from '../../innerRequest.ts'
import { refusedSave } from '../../refusedSave.ts'
import { readRow, type StoredRow } from '../../readRow.ts'

/**
 * Changes a subscription for its customer or for those who run the shop, and answers with what a customer may see.
 * FLOW_SUBSCRIPTION_NOT_FOUND (404) also for somebody else's; FLOW_SUBSCRIPTION_REFUSED (409) for a change that its
 * status does not allow.
 */
export async function changeSubscription(
  req: PayloadRequest,
  id: string,
  changeOf: (row: StoredRow) => Record<string, unknown>,
): Promise<Response> {
  const row = await readRow(req, 'subscriptions', id)
  const isOwn = row !== undefined && req.user !== null && row['customer'] === req.user.id
  if (row === undefined || !(isOwn || isAdminOrManager({ req }))) throw notFound(id)
  const data = changeOf(row)
  const doc = await refusedSave({ req, code: 'FLOW_SUBSCRIPTION_REFUSED', status: 409 }, () =>
    req.payload.update({
      collection: 'subscriptions',
      id: row.id,
      data,
      depth: 0,
      req: innerRequest(req),
    }),
  )
  const { autoRenew, cancelAtPeriodEnd, currentPeriodEnd, status } = doc
  return jsonResponse({ id: doc.id, status, currentPeriodEnd, autoRenew, cancelAtPeriodEnd })
}

function notFound(id: string): FlowError {
  return new FlowError({
    code: 'FLOW_SUBSCRIPTION_NOT_FOUND',
    message: `there is no subscription "${id.slice(0, 100)}" of yours`,
    status: 404,
  })
}
