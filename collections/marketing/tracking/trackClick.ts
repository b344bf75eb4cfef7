import type { PayloadRequest } from 'payload'

import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { readerLanguage } from '../newsletter/readerLanguage.ts'
import { linkInvalidPage } from '../../pages/linkInvalidPage.ts'
import { countClick } from './countClick.ts'
import { isMachine } from './isMachine.ts'
import { trackingLinks } from './trackingLinks.ts'

const redirect = (target: string): Response =>
  new Response(null, {
    status: 302,
    headers: { location: target, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  })

/**
 * `GET /api/email-campaigns/click/:token`: 302 to the address we signed, and to no other. A person's click counts, and
 * counts as an open. No limit, for the reasons of the picture: whole offices click from one address.
 */
export const trackClick = defineEndpoint({
  method: 'get',
  path: '/click/:token',
  access: 'public',
  handle: async ({ param, payload, req, runtime }) => {
    const claim = trackingLinks.readClick(payload, param('token'))
    if (!claim) return linkInvalidPage(readerLanguage(req))
    const recipientId = documentIdOf(payload, 'campaign-recipients', claim.recipientId)
    if (recipientId !== undefined && !isMachine(req)) {
      const at = new Date(runtime.clock.now()).toISOString()
      await noteClick(req, { recipientId, at })
    }
    return redirect(claim.target)
  },
})

/** HEAD of the same address: says where the link leads, and is no click. */
export const trackClickHead = defineEndpoint({
  method: 'head',
  path: '/click/:token',
  access: 'public',
  handle: async ({ param, payload }) => {
    const claim = trackingLinks.readClick(payload, param('token'))
    return claim ? redirect(claim.target) : new Response(null, { status: 400 })
  },
})

async function noteClick(
  req: PayloadRequest,
  look: { recipientId: number | string; at: string },
): Promise<void> {
  try {
    await countClick(await sqlOfRequest(req.payload), look)
  } catch (err) {
    // The reader gets where they wanted to go; the operator gets the reason.
    req.payload.logger.error({ msg: 'flowmasters: a click in a letter was not counted', err })
  }
}
