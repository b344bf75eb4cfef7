import * as z from 'zod'

import { shownAddress } from '../../../src/channels/shownAddress.ts'
import type { UnsubscribeClaim } from '../../../src/consents/createUnsubscribeLinks.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { escapeHtml } from '../../pages/escapeHtml.ts'
import { headOf } from '../../pages/headOf.ts'
import { htmlPage } from '../../pages/htmlPage.ts'
import { linkInvalidPage } from '../../pages/linkInvalidPage.ts'
import { requestLanguage } from '../../requestLanguage.ts'
import { withdrawConsent } from './withdrawConsent.ts'

const query = z.looseObject({ token: z.string().optional() })
// Wide, because a mail provider unsubscribes all its people from a few addresses; the signature is the gate.
const limit = { name: 'marketing-unsubscribe', points: 600, perSeconds: 60 }

const texts = {
  en: {
    title: 'Stop advertising messages?',
    who: (address: string) =>
      `No more advertising will go to ${address}. Messages about your orders and your account stay.`,
    account: 'your account',
    button: 'Unsubscribe',
    done: {
      title: 'You are unsubscribed',
      body: '<p>No more advertising will be sent. Messages about your orders and your account stay.</p>',
    },
  },
  ru: {
    title: 'Отказаться от рекламы?',
    who: (address: string) =>
      `Рекламы для ${address} больше не будет. Сообщения о заказах и учётной записи останутся.`,
    account: 'вашей учётной записи',
    button: 'Отписаться',
    done: {
      title: 'Вы отписаны',
      body: '<p>Рекламы больше не будет. Сообщения о заказах и учётной записи останутся.</p>',
    },
  },
}

/**
 * `GET /api/consents/unsubscribe?token=`: the page behind the link of a marketing message. It changes nothing: programs that
 * scan mail follow every link.
 */
export const unsubscribePage = defineEndpoint({
  method: 'get',
  path: '/unsubscribe',
  access: 'public',
  limit,
  query,
  handle: async ({ query: { token = '' }, req, runtime }) => {
    const language = requestLanguage(req)
    const claim = runtime.unsubscribe.read(token)
    if (!claim) return linkInvalidPage(language)
    const { button, title, who } = texts[language]
    const body = `<p>${escapeHtml(who(readerOf(claim, language)))}</p>
<form method="post"><button type="submit">${button}</button></form>`
    return htmlPage({ language, title, body })
  },
})

/** HEAD of the same address. */
export const unsubscribePageHead = headOf('/unsubscribe')

/**
 * `POST /api/consents/unsubscribe?token=`: what the button sends, and what mail programs send by themselves (RFC 8058,
 * `List-Unsubscribe=One-Click`). Needs no session; a second time changes nothing.
 */
export const unsubscribeNow = defineEndpoint({
  method: 'post',
  path: '/unsubscribe',
  access: 'public',
  limit,
  query,
  handle: async ({ payload, query: { token = '' }, req, runtime }) => {
    const language = requestLanguage(req)
    const claim = runtime.unsubscribe.read(token)
    if (!claim) return linkInvalidPage(language)
    const { address, channel } = claim
    await withdrawConsent(payload, {
      subject: { kind: 'marketing', channel, address },
      by: 'unsubscribe_link',
    })
    return htmlPage({ language, ...texts[language].done })
  },
})

/** A letter may have been forwarded: not the whole address. */
function readerOf({ address }: UnsubscribeClaim, language: 'en' | 'ru'): string {
  return address.startsWith('user:') ? texts[language].account : shownAddress(address)
}
