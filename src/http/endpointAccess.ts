import type { Access, PayloadRequest } from 'payload'

import { FlowError } from '../kernel/flowError.ts'

/** Who may read and who may change; the plugin's `EventAccess` fits. */
export type EndpointAccess = { read: Access; manage: Access }

/**
 * Throws FLOW_API_UNAUTHENTICATED (401) for nobody and FLOW_API_FORBIDDEN (403) for somebody without the right.
 * An access function that answers with a query instead of yes is taken as no: endpoints read across documents.
 */
export async function assertAccess(access: Access, req: PayloadRequest): Promise<void> {
  if ((await access({ req })) === true) return
  if (req.user) {
    throw new FlowError({
      code: 'FLOW_API_FORBIDDEN',
      message: 'this account may not do that',
      hint: 'Ask an administrator for the role of a manager, or of a viewer if reading is enough.',
      status: 403,
    })
  }
  throw new FlowError({
    code: 'FLOW_API_UNAUTHENTICATED',
    message: 'sign in first',
    hint: 'Send the header "Authorization: users API-Key <key>", or a session.',
    status: 401,
  })
}
