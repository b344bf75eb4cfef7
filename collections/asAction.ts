import { createLocalReq, type PayloadRequest } from 'payload'

import { inTransaction } from '../src/http/inTransaction.ts'
import { innerRequest } from './innerRequest.ts'

/**
 * Runs an endpoint's work in one transaction, on behalf of who called: give the request it gets to every operation.
 * Whatever is thrown undoes everything. The caller's own request stays as it is.
 */
export function asAction<Result>(
  req: PayloadRequest,
  work: (req: PayloadRequest) => Promise<Result>,
): Promise<Result> {
  return inTransaction(req.payload, async ({ req: { transactionID } }) => {
    const inner = { ...innerRequest(req), context: { ...req.context } }
    return work(
      await createLocalReq(
        { req: { ...inner, ...(transactionID ? { transactionID } : {}) } },
        req.payload,
      ),
    )
  })
}
