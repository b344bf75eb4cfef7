import { type Channel, checkTemplates, cutText, defineChannel } from '../../../src/index.ts'
import { checkMailingKey } from './checkMailingKey.ts'
import { deliverMailing } from './deliverMailing.ts'
import type { MailingApiUrls } from './mailingAccount.ts'
import { mailingError } from './mailingError.ts'
import { mailingFields } from './mailingFields.ts'
import { mailingProviders } from './mailingProviders.ts'
import { mailingReasons } from './mailingReasons.ts'
import { type MailingTarget, mailingTarget } from './mailingTarget.ts'
import { renderMailing } from './renderMailing.ts'
import { testMailing } from './testMailing.ts'

/** How the channel is set up in code. */
export type MailingChannelOptions = { apiUrls?: MailingApiUrls }

/** Puts a person on a list of UniSender, SendPulse or GetResponse. */
export function createMailingChannel({
  apiUrls = {},
}: MailingChannelOptions = {}): Channel<MailingTarget> {
  return defineChannel<MailingTarget>({
    slug: 'mailing',
    label: { en: 'Mailing service', ru: 'Сервис рассылок' },
    description: {
      en: 'Puts the person of the event on a list of UniSender, SendPulse or GetResponse.',
      ru: 'Добавляет человека из события в список UniSender, SendPulse или GetResponse.',
    },
    fields: mailingFields,
    target: mailingTarget,
    checkSecret: (_, value) => checkMailingKey(value),
    validate: async ({ email, fields, list, name, phone, provider, tags }, { templates }) => {
      checkTemplates(templates, { email, name, phone, tags, fields })
      const { list: shape, name: service } = mailingProviders[provider]
      if (!shape.test(list)) throw mailingError.listInvalid(list, service)
    },
    describeTarget: ({ list, provider }) =>
      `${mailingProviders[provider].name} ${cutText(list, 80)}`,
    reasons: mailingReasons,
    capabilities: { upsert: true },
    testConnection: (input) => testMailing(input, apiUrls),
    preview: async (input) => {
      const { contact } = await renderMailing(input)
      return { to: contact.email, json: contact }
    },
    deliver: (input) => deliverMailing(input, apiUrls),
  })
}
