import type { Payload } from 'payload'

import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { FlowError } from '../../../src/kernel/flowError.ts'
import type { Sql } from '../../../src/kernel/sql.ts'
import { getRuntime } from '../../../src/runtime/getRuntime.ts'
import { apiUrl } from '../apiUrl.ts'
import type { CampaignContent } from '../letters/campaignContentOf.ts'
import { renderLetter, type RenderedLetter } from '../letters/renderLetter.ts'
import { subscriberLinks } from '../newsletter/subscriberLinks.ts'
import { type SubscriberRow, subscriberRow } from '../newsletter/subscriberRow.ts'
import { unsubscribeHeaders } from '../newsletter/unsubscribeHeaders.ts'
import type { NewsletterSettingsValues } from '../newsletterSettingsOf.ts'
import { senderOf } from '../senderOf.ts'
import { trackingLinks } from '../tracking/trackingLinks.ts'
import { mailVerdict } from './mailVerdict.ts'
import { type ClaimedLetter, type LetterResult, recipientStore } from './recipientStore.ts'

/** A claimed letter and what it is made from. */
export type SendLetter = {
  payload: Payload
  letter: ClaimedLetter
  content: CampaignContent
  settings: NewsletterSettingsValues
}

/** `stopped`: the mail server cannot be used, so further letters need not be tried now. */
export type SendOutcome = 'sent' | 'failed' | 'skipped' | 'postponed' | 'stopped'

/** Waits between tries of a letter the server asked to bring later, in minutes; then it has failed. */
const waitMinutes = [5, 30, 120]
const MINUTE_MS = 60_000

/**
 * Sends one claimed letter and writes down what became of it. Whoever left since the campaign began gets nothing.
 * The Message-ID is the recipient's own: should the process die between the mail server's yes and our note, the
 * letter goes out once more under the same one, and mail programs show it once.
 */
export async function sendLetter(options: SendLetter): Promise<SendOutcome> {
  const { letter, payload } = options
  const { clock, mailer } = getRuntime(payload)
  const sql = await sqlOfRequest(payload)
  const finish = async (result: LetterResult): Promise<SendOutcome> => {
    await recipientStore.finish(sql, letter, { now: clock.now(), result })
    return result.status
  }
  const subscriber = await subscriberRow(payload, String(letter.subscriberId))
  if (!subscriber) return finish({ status: 'skipped', error: 'deleted' })
  if (subscriber.status !== 'subscribed') {
    return finish({ status: 'skipped', error: subscriber.status })
  }
  const rendered = await tryRender(options, subscriber)
  if (rendered instanceof FlowError) return finish({ status: 'failed', error: rendered.message })

  const { senderName = options.settings.senderName } = options.content
  let messageId: string
  try {
    const receipt = await mailer.send({
      to: [subscriber.email],
      ...senderOf(payload, senderName),
      ...(options.settings.replyTo ? { replyTo: options.settings.replyTo } : {}),
      ...rendered,
      messageId: messageIdOf(payload, letter),
      headers: {
        ...unsubscribeHeaders(payload, { id: subscriber.id, recipientId: letter.recipientId }),
        'Feedback-ID': `${letter.campaignId}:campaign:flowmasters`,
      },
    })
    messageId = receipt.messageId
  } catch (error) {
    return afterFailure(error, { finish, letter, payload, sql, subscriber })
  }
  return finish({ status: 'sent', messageId })
}

/** A template that fails for this person fails for them alone; other errors travel on. */
async function tryRender(
  { content, letter, payload, settings }: SendLetter,
  subscriber: SubscriberRow,
): Promise<RenderedLetter | FlowError> {
  const recipientId = String(letter.recipientId)
  try {
    return await renderLetter({
      content,
      settings,
      templates: getRuntime(payload).templates,
      origin: new URL(apiUrl(payload)).origin,
      reader: {
        email: subscriber.email,
        name: subscriber.name ?? null,
        locale: subscriber.locale ?? 'ru',
      },
      links: {
        unsubscribeUrl: subscriberLinks.unsubscribe(payload, {
          subscriberId: String(subscriber.id),
          recipientId,
        }),
        pixelUrl: trackingLinks.open(payload, recipientId),
        track: (url) => trackingLinks.click(payload, recipientId, url),
      },
    })
  } catch (error) {
    if (error instanceof FlowError) return error
    throw error
  }
}

type Failure = {
  payload: Payload
  sql: Sql
  letter: ClaimedLetter
  subscriber: SubscriberRow
  finish: (result: LetterResult) => Promise<SendOutcome>
}

async function afterFailure(
  error: unknown,
  { finish, letter, payload, sql, subscriber }: Failure,
): Promise<SendOutcome> {
  const { kind, reason } = mailVerdict(error)
  const now = getRuntime(payload).clock.now()
  if (kind === 'stop') {
    await recipientStore.postpone(sql, letter, { notBefore: now, error: reason, isCounted: false })
    return 'stopped'
  }
  const wait = waitMinutes[letter.attempts - 1]
  if (kind === 'later' && wait !== undefined) {
    const notBefore = now + wait * MINUTE_MS
    await recipientStore.postpone(sql, letter, { notBefore, error: reason, isCounted: true })
    return 'postponed'
  }
  const outcome = await finish({ status: 'failed', error: reason })
  if (kind === 'bounced') {
    await payload.update({
      collection: 'newsletter-subscribers',
      id: subscriber.id,
      data: { status: 'bounced', unsubscribeReason: reason },
      depth: 0,
    })
  }
  return outcome
}

function messageIdOf(payload: Payload, { campaignId, recipientId }: ClaimedLetter): string {
  return `<campaign-${campaignId}-${recipientId}@${new URL(apiUrl(payload)).hostname}>`
}
