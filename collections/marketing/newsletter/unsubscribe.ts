import type { PayloadRequest } from 'payload'
import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { inTransaction } from '../../../src/http/inTransaction.ts'
import { countUnsubscribe } from '../campaigns/countUnsubscribe.ts'
import { htmlPage } from '../../pages/htmlPage.ts'
import { linkInvalidPage } from '../../pages/linkInvalidPage.ts'
import { readerLanguage } from './readerLanguage.ts'
import { subscriberLinks, type UnsubscribeClaim } from './subscriberLinks.ts'
import { subscriberRow, type SubscriberRow } from './subscriberRow.ts'

const texts = {
  en: { title: 'You are unsubscribed', body: '<p>We will not write to you any more.</p>' },
  ru: { title: 'Вы отписаны', body: '<p>Больше мы вам не напишем.</p>' },
}
const MAX_BODY = 16_384

/**
 * `POST /api/newsletter-subscribers/unsubscribe?token=`: what the button of the page sends, and what mail programs
 * send by themselves (RFC 8058, `List-Unsubscribe=One-Click`). No session is needed and a second time changes nothing.
 */
export const unsubscribe = defineEndpoint({
  method: 'post',
  path: '/unsubscribe',
  access: 'public',
  // Wide, because a mail provider unsubscribes all its people from a few addresses; the signature is the gate.
  limit: { name: 'newsletter-unsubscribe', points: 600, perSeconds: 60 },
  query: z.looseObject({ token: z.string().optional() }),
  handle: async ({ payload, query, req, runtime }) => {
    const claim = subscriberLinks.readUnsubscribe(payload, query.token ?? '')
    const subscriber = claim ? await subscriberRow(payload, claim.subscriberId) : undefined
    if (!claim || !subscriber) return linkInvalidPage(readerLanguage(req))
    const at = new Date(runtime.clock.now()).toISOString()
    await leave(req, { claim, subscriber, at, reason: await reasonOf(req) })
    const language = readerLanguage(req, subscriber)
    return htmlPage({ language, ...texts[language] })
  },
})

type Leaving = {
  claim: UnsubscribeClaim
  subscriber: SubscriberRow
  at: string
  reason: string | undefined
}

function leave(req: PayloadRequest, { at, claim, reason, subscriber }: Leaving): Promise<void> {
  const { payload } = req
  return inTransaction(payload, async ({ req: within, sql }) => {
    const { rows } = await sql.query<{ status: string }>(
      'select status from newsletter_subscribers where id = $1 for update',
      [subscriber.id],
    )
    const status = rows[0]?.status
    if (status === undefined || status === 'unsubscribed') return
    await payload.update({
      collection: 'newsletter-subscribers',
      id: subscriber.id,
      data: { status: 'unsubscribed', ...(reason ? { unsubscribeReason: reason } : {}) },
      depth: 0,
      req: within,
    })
    if (status === 'subscribed' && claim.recipientId !== undefined) {
      await countUnsubscribe(sql, { recipientId: claim.recipientId, at })
    }
  })
}

/** The form's one field. Mail programs send other forms, or none: then there is no reason. */
async function reasonOf(req: PayloadRequest): Promise<string | undefined> {
  const type = req.headers.get('content-type') ?? ''
  const length = Number(req.headers.get('content-length') ?? MAX_BODY + 1)
  if (!type.startsWith('application/x-www-form-urlencoded') || length > MAX_BODY) return undefined
  const text = (await req.text?.()) ?? ''
  const reason = new URLSearchParams(text).get('reason')?.replaceAll('\0', '').trim().slice(0, 1000)
  return reason || undefined
}
