import type { PayloadRequest } from 'payload'
import * as z from 'zod'

import { FlowError } from '../../../src/kernel/flowError.ts'
import { clientAddress } from '../../../src/http/clientAddress.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import type { FlowRuntime } from '../../../src/runtime/flowRuntime.ts'
import { refusal } from '../../refusal.ts'
import { refusedSave } from '../../refusedSave.ts'
import { requestLanguage } from '../../requestLanguage.ts'
import { newsletterSettingsOf } from '../newsletterSettingsOf.ts'
import { pickLocale } from '../pickLocale.ts'
import { senderOf } from '../senderOf.ts'
import { newsletterLetter } from './newsletterLetter.ts'
import { recordWish, type WishOutcome } from './recordWish.ts'
import { subscriberLinks } from './subscriberLinks.ts'
import { truncatedAddress } from './truncatedAddress.ts'
import { unsubscribeHeaders } from './unsubscribeHeaders.ts'
import { mailAddress } from '../../mailAddress.ts'

const body = z.strictObject({
  email: z.string().trim().toLowerCase().pipe(mailAddress),
  name: z
    .string()
    .trim()
    .max(200)
    .refine((name) => !name.includes('\0'))
    .optional(),
  locale: z.enum(['en', 'ru']).optional(),
  /** Names of public lists. */
  lists: z.array(z.string().max(100)).max(20).optional(),
  /** A field people do not see; whoever fills it in is a machine. */
  website: z.string().max(500).optional(),
})

/** Letters to one address per hour, whoever asks for them. */
const perAddress = { name: 'newsletter-letter', points: 3, perSeconds: 3600 }

/**
 * `POST /api/newsletter-subscribers/subscribe` `{ email, name?, locale?, lists? }`: always 200 `{ ok: true }` for an
 * address, whether we knew it or not. By default a letter with a link comes first and the link subscribes.
 * FLOW_NEWSLETTER_LIST_NOT_FOUND (400) for a list that is not public.
 */
export const subscribe = defineEndpoint({
  method: 'post',
  path: '/subscribe',
  access: 'public',
  limit: { name: 'newsletter-subscribe', points: 20, perSeconds: 600 },
  body,
  handle: async ({ body: given, payload, req, runtime }) => {
    const accepted = (): Response => jsonResponse({ ok: true })
    if (given.website) return accepted()
    const lists = await publicLists(req, given.lists ?? [])
    if (!(await mayBeWrittenTo(runtime, given.email))) return accepted()
    const settings = await newsletterSettingsOf(payload)
    const locale = given.locale ?? requestLanguage(req)
    const text = pickLocale(settings.consentText, locale)
    const outcome = await refusedSave({ req }, () =>
      recordWish(req, {
        email: given.email,
        name: given.name,
        locale,
        lists,
        isDoubleOptIn: settings.isDoubleOptIn,
        consent: {
          text: typeof text === 'string' ? text : null,
          at: new Date(runtime.clock.now()).toISOString(),
          ip: truncatedAddress(clientAddress(req)),
        },
      }),
    )
    await sendLetter(req, runtime, { email: given.email, outcome, senderName: settings.senderName })
    return accepted()
  },
})

/** Beyond the limit the answer stays the same and no letter goes out: a mailbox must not be flooded through us. */
async function mayBeWrittenTo(runtime: FlowRuntime, email: string): Promise<boolean> {
  try {
    await runtime.limiter.consume(perAddress, email)
    return true
  } catch (error) {
    if (error instanceof FlowError && error.code === 'FLOW_RATE_LIMITED') return false
    throw error
  }
}

async function publicLists(req: PayloadRequest, slugs: string[]): Promise<(number | string)[]> {
  if (slugs.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'newsletter-lists',
    where: { and: [{ slug: { in: slugs } }, { isPublic: { equals: true } }] },
    depth: 0,
    limit: slugs.length,
    pagination: false,
  })
  const found = new Set(docs.map((list) => list['slug']))
  const missing = slugs.find((slug) => !found.has(slug))
  if (missing === undefined) return docs.map(({ id }) => id)
  throw refusal(req, {
    code: 'FLOW_NEWSLETTER_LIST_NOT_FOUND',
    message: `there is no public list "${missing}"`,
    hint: 'GET /api/newsletter-lists names those there are.',
    status: 400,
    ru: {
      message: `публичного списка «${missing}» нет`,
      hint: 'Списки: GET /api/newsletter-lists.',
    },
  })
}

type Letter = { email: string; outcome: WishOutcome; senderName: string | undefined }

/** Only after the wish is committed. A mail server that does not answer is told to the person, who can try again. */
async function sendLetter(
  req: PayloadRequest,
  runtime: FlowRuntime,
  { email, outcome, senderName }: Letter,
): Promise<void> {
  const { letter, locale, subscriberId } = outcome
  if (!letter) return
  const { payload } = req
  const link =
    letter.kind === 'confirm'
      ? subscriberLinks.confirm(payload, { subscriberId, nonce: letter.nonce }, runtime.clock.now())
      : subscriberLinks.unsubscribe(payload, { subscriberId, recipientId: undefined })
  try {
    await runtime.mailer.send({
      to: [email],
      ...senderOf(payload, senderName),
      ...newsletterLetter({ kind: letter.kind, language: locale, link }),
      headers: unsubscribeHeaders(payload, { id: subscriberId }),
    })
  } catch (cause) {
    throw refusal(req, {
      code: 'FLOW_NEWSLETTER_LETTER_FAILED',
      message: 'the letter could not be sent',
      hint: 'Try again in a few minutes.',
      status: 503,
      cause,
      ru: { message: 'письмо не удалось отправить', hint: 'Попробуйте через несколько минут.' },
    })
  }
}
