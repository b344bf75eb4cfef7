import type { PayloadRequest } from 'payload'

import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { headOf } from '../../pages/headOf.ts'
import { documentIdOf } from '../../documentIdOf.ts'
import { countOpen } from './countOpen.ts'
import { isMachine } from './isMachine.ts'
import { trackingLinks } from './trackingLinks.ts'

/** The smallest transparent GIF. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/**
 * `GET /api/email-campaigns/open/:token`: the picture in a letter. Always a picture, whatever the token: a broken one
 * would be seen by the reader. The first look of a person counts; that of a program is noted apart. There is no
 * limit to run into, because a token that is not ours costs no query and one of ours writes once.
 */
export const trackOpen = defineEndpoint({
  method: 'get',
  path: '/open/:token',
  access: 'public',
  handle: async ({ payload, req, runtime }) => {
    // Not `param`, which refuses what can be no id: here even that gets its picture.
    const subject = trackingLinks.readOpen(payload, String(req.routeParams?.['token'] ?? ''))
    const recipientId =
      subject === undefined ? undefined : documentIdOf(payload, 'campaign-recipients', subject)
    if (recipientId !== undefined) {
      const at = new Date(runtime.clock.now()).toISOString()
      await noteOpen(req, { recipientId, at })
    }
    return new Response(new Uint8Array(pixel), {
      headers: {
        'content-type': 'image/gif',
        'content-length': String(pixel.length),
        'cache-control': 'no-store, private, max-age=0',
      },
    })
  },
})

/** HEAD of the same address; nobody saw anything. */
export const trackOpenHead = headOf('/open/:token')

async function noteOpen(
  req: PayloadRequest,
  look: { recipientId: number | string; at: string },
): Promise<void> {
  try {
    const sql = await sqlOfRequest(req.payload)
    if (!isMachine(req)) return await countOpen(sql, look)
    await sql.query(
      'update campaign_recipients set machine_opened_at = $2 where id = $1 and machine_opened_at is null',
      [look.recipientId, look.at],
    )
  } catch (err) {
    // The reader gets the picture all the same; the operator gets the reason.
    req.payload.logger.error({ msg: 'flowmasters: an open of a letter was not counted', err })
  }
}
