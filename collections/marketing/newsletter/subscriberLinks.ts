import type { Payload } from 'payload'

import { createTokenSigner } from '../../../src/credentials/signedToken.ts'
import { apiUrl } from '../apiUrl.ts'

const CONFIRM_DAYS = 7
const DAY_MS = 86_400_000

type Site = Pick<Payload, 'config' | 'secret'>

/** What a confirmation link proves. */
export type ConfirmClaim = { subscriberId: string; nonce: string }

/** What an unsubscribe link proves; `recipientId` names the campaign letter it came in. */
export type UnsubscribeClaim = { subscriberId: string; recipientId: string | undefined }

const confirmSigner = (site: Site) => createTokenSigner(site.secret, 'newsletter-confirm')
const unsubscribeSigner = (site: Site) => createTokenSigner(site.secret, 'newsletter-unsubscribe')

/** The links of a subscriber: signed, and readable by us alone. */
export const subscriberLinks = {
  /** Good for seven days, and only while the subscriber's row holds the nonce. */
  confirm: (site: Site, { nonce, subscriberId }: ConfirmClaim, now: number): string => {
    const expiresAt = now + CONFIRM_DAYS * DAY_MS
    const token = confirmSigner(site).sign({ subject: `${subscriberId}:${nonce}`, expiresAt })
    return `${apiUrl(site)}/newsletter-subscribers/confirm?token=${token}`
  },

  readConfirm: (site: Site, token: string, now: number): ConfirmClaim | undefined => {
    const claims = confirmSigner(site).read(token, now)
    if (!claims) return undefined
    const [subscriberId = '', nonce = ''] = claims.subject.split(':')
    return { subscriberId, nonce }
  },

  /** Never ends: a letter may be opened after years. */
  unsubscribe: (site: Site, { recipientId, subscriberId }: UnsubscribeClaim): string => {
    const subject = recipientId === undefined ? subscriberId : `${subscriberId}:${recipientId}`
    const token = unsubscribeSigner(site).sign({ subject })
    return `${apiUrl(site)}/newsletter-subscribers/unsubscribe?token=${token}`
  },

  readUnsubscribe: (site: Site, token: string): UnsubscribeClaim | undefined => {
    const claims = unsubscribeSigner(site).read(token, 0)
    if (!claims) return undefined
    const [subscriberId = '', recipientId] = claims.subject.split(':')
    return { subscriberId, recipientId }
  },
}
