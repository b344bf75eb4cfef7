import type { Access, Endpoint } from 'payload'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { inTransaction } from '../../../src/http/inTransaction.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { installBundledMessages } from './bundled/installBundledMessages.ts'

/**
 * `POST /api/message-templates/install`: stores the messages that ship with the product (EV-31); what is there under the
 * same key stays. Answers with the keys that are new.
 */
export const installMessages = (manage: Access): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/install',
    access: manage,
    handle: async ({ payload }) =>
      jsonResponse({
        installed: await inTransaction(payload, ({ req }) => installBundledMessages(payload, req)),
      }),
  })
