import { type Channel, checkTemplates, cutText, defineChannel, toE164 } from '../../../src/index.ts'
import { checkSmsKey } from './checkSmsKey.ts'
import { deliverSms } from './deliverSms.ts'
import { renderSms, smsRecipient } from './renderSms.ts'
import { type SmsDefaults, smsAccount, type SmsSender } from './smsAccount.ts'
import { smsError } from './smsError.ts'
import { smsFields } from './smsFields.ts'
import { smsReasons } from './smsReasons.ts'
import { type SmsTarget, smsTarget } from './smsTarget.ts'
import { testSms } from './testSms.ts'

/** Sends a short message to a phone, through SMS.ru, SMSC, Mobizon or Twilio. */
export function createSmsChannel(defaults: SmsDefaults = {}): Channel<SmsTarget> {
  const readSender = (input: {
    target: Partial<SmsTarget>
    secrets: Record<string, string>
  }): SmsSender => smsAccount(input.target, input.secrets['apiKey'], defaults)
  return defineChannel<SmsTarget>({
    slug: 'sms',
    label: { en: 'SMS', ru: 'СМС' },
    description: {
      en: 'Sends a short message to a phone.',
      ru: 'Отправляет короткое сообщение на телефон.',
    },
    fields: smsFields,
    target: smsTarget,
    checkSecret: (_, value) => checkSmsKey(value),
    validate: async ({ homeCountry, text, to }, { templates }) => {
      checkTemplates(templates, { to, text })
      if (!to.includes('{') && toE164(to, homeCountry) === undefined)
        throw smsError.recipientInvalid(to)
    },
    describeTarget: ({ to }) => `SMS ${cutText(to, 80)}`.replaceAll(/\s+/g, ' '),
    reasons: smsReasons,
    capabilities: { text: true },
    testConnection: (input) => testSms(input, readSender),
    preview: async (input) => {
      const { encoding, segments, text, to } = await renderSms(input)
      return { to, text, json: { segments, encoding } }
    },
    recipients: async (input) => [await smsRecipient(input)],
    addressKind: 'phone',
    callback: (request, { secrets, target }) => {
      const own = target ?? { provider: null, account: null, sender: null }
      const { account, provider } = smsAccount(own, secrets['apiKey'], defaults)
      return provider.readCallback(request, account)
    },
    deliver: (input) => deliverSms(input, readSender),
  })
}
