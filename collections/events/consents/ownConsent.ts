import type { Access, Endpoint, PayloadRequest } from 'payload'
import * as z from 'zod'

import type { ChannelRegistry } from '../../../src/channels/channelRegistry.ts'
import type { ConsentSubject } from '../../../src/consents/consent.ts'
import { consentBook } from '../../../src/consents/consentBook.ts'
import { userAddress } from '../../../src/consents/userAddress.ts'
import { sqlOfRequest } from '../../../src/database/requestSqlStore.ts'
import { clientAddress } from '../../../src/http/clientAddress.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { truncatedAddress } from '../../marketing/newsletter/truncatedAddress.ts'
import { nowOf } from '../../nowOf.ts'
import { ownAddress } from './ownAddress.ts'
import { withdrawConsent } from './withdrawConsent.ts'

const clean = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !text.includes('\0'))
const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('marketing'), channel: clean(100) }),
  z.strictObject({ kind: z.literal('personal_data') }),
])
const proof = {
  /** The words that were shown beside the tick. */
  text: clean(20_000).optional(),
  documentVersion: clean(100).optional(),
  documentUrl: clean(2000).optional(),
}
const given = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('marketing'), channel: clean(100), ...proof }),
  z.strictObject({ kind: z.literal('personal_data'), ...proof }),
])
const limit = { name: 'consent', points: 60, perSeconds: 600 }

/**
 * `POST /api/consents/mine` `{ kind, channel?, text?, documentVersion?, documentUrl? }`: the caller agrees. Answers
 * `{ given: true }`, 201 for a new record; one that is there stays as it is. FLOW_CHANNEL_UNKNOWN, FLOW_CONSENT_NOT_ASKED and
 * FLOW_CONSENT_NO_ADDRESS (400).
 */
export const giveOwn = (channels: ChannelRegistry, users: string): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/mine',
    access: isPerson(users),
    limit,
    body: given,
    handle: async ({ body, payload, req }) => {
      const { documentUrl, documentVersion, text } = body
      const book = consentBook(await sqlOfRequest(payload))
      const isNew = await book.give({
        ...subjectOf(req, channels, body),
        ...{ documentUrl: documentUrl ?? null, documentVersion: documentVersion ?? null },
        text: text ?? null,
        userId: req.user?.id ?? null,
        source: 'account',
        network: truncatedAddress(clientAddress(req)),
        at: nowOf(payload),
      })
      return jsonResponse({ given: true }, isNew ? 201 : 200)
    },
  })

/** `POST /api/consents/mine/withdraw` `{ kind, channel? }`: the caller takes it back, from now on and for every address they gave. */
export const withdrawOwn = (channels: ChannelRegistry, users: string): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/mine/withdraw',
    access: isPerson(users),
    limit,
    body: subject,
    handle: async ({ body, payload, req }) => {
      await withdrawConsent(payload, {
        subject: subjectOf(req, channels, body),
        by: 'account',
        ...(req.user ? { userId: req.user.id } : {}),
      })
      return jsonResponse({ withdrawn: true })
    },
  })

function subjectOf(
  { user }: PayloadRequest,
  channels: ChannelRegistry,
  wanted: z.output<typeof subject>,
): ConsentSubject {
  const person = user ?? { id: '' }
  if (wanted.kind === 'personal_data') {
    return { kind: wanted.kind, channel: null, address: userAddress(person.id) }
  }
  const channel = channels.get(wanted.channel)
  return { kind: wanted.kind, channel: channel.slug, address: ownAddress(channel, person) }
}

/** Staff and customers alike, each for themselves. */
function isPerson(users: string): Access {
  return ({ req }) => req.user?.collection === users
}
