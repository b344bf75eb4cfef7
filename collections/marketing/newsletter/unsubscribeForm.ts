import * as z from 'zod'

import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { escapeHtml } from '../../pages/escapeHtml.ts'
import { headOf } from '../../pages/headOf.ts'
import { htmlPage } from '../../pages/htmlPage.ts'
import { linkInvalidPage } from '../../pages/linkInvalidPage.ts'
import { readerLanguage } from './readerLanguage.ts'
import { subscriberLinks } from './subscriberLinks.ts'
import { subscriberRow } from './subscriberRow.ts'
import { shownAddress } from '../../../src/channels/shownAddress.ts'

const texts = {
  en: {
    title: 'Unsubscribe?',
    who: (address: string) => `We will not send letters to ${address} any more.`,
    reason: 'Why do you leave? (may be left empty)',
    button: 'Unsubscribe',
  },
  ru: {
    title: 'Отписаться?',
    who: (address: string) => `Мы больше не будем писать на ${address}.`,
    reason: 'Почему вы уходите? (можно не отвечать)',
    button: 'Отписаться',
  },
}

/**
 * `GET /api/newsletter-subscribers/unsubscribe?token=`: a page with a button. It changes nothing: programs that scan
 * mail follow every link.
 */
export const unsubscribeForm = defineEndpoint({
  method: 'get',
  path: '/unsubscribe',
  access: 'public',
  limit: { name: 'newsletter-unsubscribe', points: 600, perSeconds: 60 },
  query: z.looseObject({ token: z.string().optional() }),
  handle: async ({ payload, query, req }) => {
    const claim = subscriberLinks.readUnsubscribe(payload, query.token ?? '')
    const subscriber = claim ? await subscriberRow(payload, claim.subscriberId) : undefined
    if (!subscriber) return linkInvalidPage(readerLanguage(req))
    const language = readerLanguage(req, subscriber)
    const { button, reason, title, who } = texts[language]
    // A letter may have been forwarded: the address is not shown in full.
    return htmlPage({
      language,
      title,
      body: `<p>${escapeHtml(who(shownAddress(subscriber.email)))}</p>
<form method="post"><label for="reason">${reason}</label>
<textarea id="reason" name="reason" rows="3" maxlength="1000"></textarea>
<button type="submit">${button}</button></form>`,
    })
  },
})

/** HEAD of the same address. */
export const unsubscribeHead = headOf('/unsubscribe')
