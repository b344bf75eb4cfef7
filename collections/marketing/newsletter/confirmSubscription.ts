import type { PayloadRequest } from 'payload'
import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { headOf } from '../../pages/headOf.ts'
import { htmlPage } from '../../pages/htmlPage.ts'
import { linkInvalidPage } from '../../pages/linkInvalidPage.ts'
import { readerLanguage } from './readerLanguage.ts'
import { subscriberLinks } from './subscriberLinks.ts'
import { subscriberRow } from './subscriberRow.ts'

const texts = {
  en: { title: 'You are subscribed', body: '<p>Thank you. The next letter will come to you.</p>' },
  ru: { title: 'Вы подписаны', body: '<p>Спасибо. Следующее письмо придёт и вам.</p>' },
}

/**
 * `GET /api/newsletter-subscribers/confirm?token=`: the link of the confirmation letter. Subscribes, or does nothing
 * when that was done; a link from before somebody left is void, so a scanner that follows it later brings nobody back.
 */
export const confirmSubscription = defineEndpoint({
  method: 'get',
  path: '/confirm',
  access: 'public',
  limit: { name: 'newsletter-confirm', points: 120, perSeconds: 60 },
  query: z.looseObject({ token: z.string().optional() }),
  handle: async ({ query, req, runtime }) => {
    const claim = subscriberLinks.readConfirm(req.payload, query.token ?? '', runtime.clock.now())
    const subscriber = claim ? await subscriberRow(req.payload, claim.subscriberId) : undefined
    if (!claim || !subscriber) return linkInvalidPage(readerLanguage(req))
    const language = readerLanguage(req, subscriber)
    if (subscriber.status !== 'subscribed') {
      if (subscriber.confirmationNonce !== claim.nonce) return linkInvalidPage(language)
      await confirm(req, subscriber.id)
    }
    return htmlPage({ language, ...texts[language] })
  },
})

/** HEAD of the same address; it confirms nothing. */
export const confirmHead = headOf('/confirm')

async function confirm(req: PayloadRequest, id: number | string): Promise<void> {
  await req.payload.update({
    collection: 'newsletter-subscribers',
    id,
    data: { status: 'subscribed' },
    depth: 0,
    req: { user: req.user },
  })
}
