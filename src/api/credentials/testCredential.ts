import type { Endpoint } from 'payload'

import { credentialHealth } from '../../credentials/credentialHealth.ts'
import { loadCredentials } from '../../credentials/credentialStore.ts'
import { recordCheck } from '../../credentials/recordCheckStore.ts'
import { sayReasons } from '../../delivery-log/sayReasons.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'
import { checkCredential } from '../../runtime/checkCredential.ts'

/**
 * `POST /api/events/credentials/:id/test`: asks the service whether the stored account may be used and keeps the answer
 * with it. 200 also when the service says no. `reason` is English, `reasonText` in the language of the request.
 */
export const testCredential = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/credentials/:id/test',
    access: manage,
    handle: async ({ param, payload, req, runtime }) => {
      const { channels, clock } = runtime
      const stored = (await loadCredentials({ payload, channels })).get(param('id'))
      if (!stored) throw notFound('credential', param('id'))
      const check = await checkCredential(runtime, stored)
      await recordCheck(payload, stored.id, check)
      const { reasons, refresh } = channels.get(stored.channel)
      const facts = {
        expiresAt: stored.expiresAt,
        isOk: check.isOk,
        isRefreshed: refresh !== undefined,
      }
      return jsonResponse({
        ...check,
        reasonText: sayReasons(check, req.i18n.language, reasons),
        health: credentialHealth(facts, clock.now()),
      })
    },
  })
