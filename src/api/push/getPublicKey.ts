import type { Endpoint } from 'payload'

import { defineEndpoint } from '../../http/defineEndpoint.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { FlowError } from '../../kernel/flowError.ts'
import { pushPublicKey } from './pushPublicKey.ts'

/** `GET /api/push/public-key`: `{ publicKey }` for `pushManager.subscribe`; 404 while the site has no keys. */
export const getPublicKey = (): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: '/push/public-key',
    access: 'public',
    limit: { name: 'push-public-key', points: 120, perSeconds: 60 },
    handle: async ({ payload, runtime }) => {
      const publicKey = await pushPublicKey(payload, runtime)
      if (publicKey === undefined) throw notSetUp()
      return jsonResponse({ publicKey })
    },
  })

function notSetUp(): FlowError {
  return new FlowError({
    code: 'FLOW_PUSH_NOT_SET_UP',
    message: 'this site has no keys for notifications',
    hint: 'Create credentials of the channel "Web Push", or set VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT.',
    status: 404,
  })
}
