import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'

import { inTransaction } from '../../../src/http/inTransaction.ts'
import type { NewsletterLetterKind } from './newsletterLetter.ts'
import type { SubscriberRow } from './subscriberRow.ts'

/** Somebody's wish to get our letters, checked. */
export type Wish = {
  email: string
  name: string | undefined
  locale: 'en' | 'ru'
  lists: (number | string)[]
  consent: { text: string | null; at: string; ip: string | null }
  isDoubleOptIn: boolean
}

/** Whom to write to, and what. */
export type WishOutcome = {
  subscriberId: string
  locale: 'en' | 'ru'
  letter: { kind: NewsletterLetterKind; nonce: string } | undefined
}

type StoredSubscriber = SubscriberRow & { lists?: (number | string)[] | null }

/**
 * Writes a wish down. A new address waits for its confirmation, or is subscribed at once where no letter is asked
 * for; one that left is subscribed again only by the person's own click, whatever the setting. Wishes for one
 * address take turns, so that two clicks make one subscriber.
 */
export function recordWish(req: PayloadRequest, wish: Wish): Promise<WishOutcome> {
  const { payload } = req
  return inTransaction(payload, async ({ req: within, sql }) => {
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `newsletter:${wish.email}`,
    ])
    const known = await payload.db.findOne<StoredSubscriber>({
      collection: 'newsletter-subscribers',
      where: { email: { equals: wish.email } },
      req: within,
    })
    const nonce = known?.confirmationNonce ?? randomBytes(12).toString('base64url')
    const asRequest = { ...within, user: req.user, i18n: req.i18n }
    if (!known) {
      const created = await payload.create({
        collection: 'newsletter-subscribers',
        data: {
          email: wish.email,
          name: wish.name,
          locale: wish.locale,
          lists: wish.lists,
          consent: wish.consent,
          source: 'site',
          status: wish.isDoubleOptIn ? 'pending' : 'subscribed',
          confirmationNonce: nonce,
        },
        depth: 0,
        req: asRequest,
      })
      const letter = wish.isDoubleOptIn ? { kind: 'confirm' as const, nonce } : undefined
      return { subscriberId: String(created.id), locale: wish.locale, letter }
    }
    await payload.update({
      collection: 'newsletter-subscribers',
      id: known.id,
      data: changesOf(known, wish, nonce),
      depth: 0,
      req: asRequest,
    })
    return {
      subscriberId: String(known.id),
      locale: known.locale === 'en' || known.locale === 'ru' ? known.locale : wish.locale,
      letter: letterFor(known, wish, nonce),
    }
  })
}

/** What a stranger may change about an address that is known: nothing that its owner would miss. */
function changesOf(known: StoredSubscriber, wish: Wish, nonce: string): Record<string, unknown> {
  const isWaiting = known.status === 'pending'
  return {
    lists: [...new Set([...(known.lists ?? []), ...wish.lists])],
    ...(known.name ? {} : { name: wish.name }),
    ...(known.status === 'subscribed' ? {} : { consent: wish.consent, confirmationNonce: nonce }),
    ...(isWaiting && !wish.isDoubleOptIn ? { status: 'subscribed' } : {}),
  }
}

function letterFor(known: StoredSubscriber, wish: Wish, nonce: string): WishOutcome['letter'] {
  if (known.status === 'subscribed') return { kind: 'already', nonce }
  if (known.status === 'pending' && !wish.isDoubleOptIn) return undefined
  return { kind: 'confirm', nonce }
}
