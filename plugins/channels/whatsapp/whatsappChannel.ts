import { type Channel, cutText, defineChannel } from '../../../src/index.ts'
import { checkWhatsappTarget } from './checkWhatsappTarget.ts'
import { checkWhatsappToken } from './checkWhatsappToken.ts'
import { deliverWhatsapp } from './deliverWhatsapp.ts'
import { readWhatsappCallback } from './readWhatsappCallback.ts'
import { renderWhatsapp, whatsappRecipient } from './renderWhatsapp.ts'
import { testWhatsapp } from './testWhatsapp.ts'
import { type WhatsappAccount, whatsappAccount } from './whatsappAccount.ts'
import { whatsappFields } from './whatsappFields.ts'
import { whatsappLimits } from './whatsappLimits.ts'
import { whatsappReasons } from './whatsappReasons.ts'
import { type WhatsappTarget, whatsappTarget } from './whatsappTarget.ts'

/** How the channel is set up in code; empty means the default. */
export type WhatsappChannelOptions = {
  /** Where the Cloud API is, with its version: a proxy or a fake. @default 'https://graph.facebook.com/v23.0' */
  apiUrl?: string | undefined
  /** Token for subscriptions that bring none. */
  accessToken?: string | undefined
  /** Sender for subscriptions that name none. */
  phoneNumberId?: string | undefined
  /** Proves that statuses come from Meta, for subscriptions that bring none. */
  appSecret?: string | undefined
  /** The text that Meta shows when the webhook is set up, for subscriptions that bring none. */
  verifyToken?: string | undefined
}

/** Writes to a person on WhatsApp through Meta's Cloud API. */
export function createWhatsappChannel({
  accessToken,
  apiUrl,
  appSecret,
  phoneNumberId,
  verifyToken,
}: WhatsappChannelOptions = {}): Channel<WhatsappTarget> {
  const readAccount = (input: {
    target: Partial<WhatsappTarget>
    secrets: Record<string, string>
  }): WhatsappAccount =>
    whatsappAccount({
      token: input.secrets['accessToken'] || accessToken,
      phoneNumberId: input.target.phoneNumberId ?? phoneNumberId,
      apiUrl: apiUrl || 'https://graph.facebook.com/v23.0',
    })
  return defineChannel<WhatsappTarget>({
    slug: 'whatsapp',
    label: { en: 'WhatsApp', ru: 'Сообщение в WhatsApp' },
    description: {
      en: 'Writes to a person from your business number.',
      ru: 'Пишет человеку с вашего бизнес-номера.',
    },
    fields: whatsappFields,
    target: whatsappTarget,
    checkSecret: (field, value) => {
      if (field === 'accessToken') checkWhatsappToken(value)
    },
    validate: async (target, { templates }) => checkWhatsappTarget(target, templates),
    describeTarget: ({ to }) => `WhatsApp ${cutText(to, 80)}`.replaceAll(/\s+/g, ' '),
    reasons: whatsappReasons,
    capabilities: { text: true },
    limits: { textLength: whatsappLimits.text, requestsPerSecond: 80 },
    testConnection: (input) => testWhatsapp(input, readAccount),
    preview: async (input) => {
      const { message } = await renderWhatsapp(input)
      return {
        to: message.to,
        ...(message.type === 'text' ? { text: message.text.body } : {}),
        json: message,
      }
    },
    recipients: async (input) => [await whatsappRecipient(input)],
    addressKind: 'phone',
    callback: (request, { secrets }) =>
      readWhatsappCallback(request, {
        appSecret: (secrets['appSecret'] || appSecret || '').trim(),
        verifyToken: (secrets['verifyToken'] || verifyToken || '').trim(),
      }),
    deliver: (input) => deliverWhatsapp(input, readAccount),
  })
}
