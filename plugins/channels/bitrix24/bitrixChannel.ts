import { type Channel, checkTemplates, cutText, defineChannel } from '../../../src/index.ts'
import { type BitrixAddress, bitrixAddress } from './bitrixAddress.ts'
import { bitrixFields } from './bitrixFields.ts'
import { bitrixReasons } from './bitrixReasons.ts'
import { type BitrixTarget, bitrixTarget } from './bitrixTarget.ts'
import { deliverBitrix } from './deliverBitrix.ts'
import { renderBitrix } from './renderBitrix.ts'
import { testBitrix } from './testBitrix.ts'

/** How the channel is set up in code; empty means the default. */
export type BitrixChannelOptions = {
  /** Where all portals lead: a proxy or a fake. @default the portal of each webhook */
  apiUrl?: string | undefined
  /** Address for subscriptions that bring none. */
  webhookUrl?: string | undefined
}

/** Makes and changes leads, deals and contacts in Bitrix24 through an inbound webhook. */
export function createBitrixChannel({
  apiUrl,
  webhookUrl,
}: BitrixChannelOptions = {}): Channel<BitrixTarget> {
  const readAddress = (secrets: Record<string, string>): BitrixAddress =>
    bitrixAddress(secrets['webhookUrl'] || webhookUrl, apiUrl)
  return defineChannel<BitrixTarget>({
    slug: 'bitrix24',
    label: { en: 'Bitrix24', ru: 'Битрикс24' },
    description: {
      en: 'Makes a lead, a deal or a contact in your CRM, and changes it later.',
      ru: 'Создаёт лид, сделку или контакт в вашей CRM, а потом обновляет.',
    },
    fields: bitrixFields,
    target: bitrixTarget,
    checkSecret: (_, value) => void bitrixAddress(value),
    validate: async (target, { templates }) => {
      const { amount, comments, currency, email, fields, lastName } = target
      const { name, phone, responsible, source, stage, title } = target
      checkTemplates(templates, {
        ...{ title, name, lastName, phone, email, comments },
        ...{ amount, currency, source, stage, responsible, fields },
      })
    },
    describeTarget: ({ entity, title }) =>
      `Bitrix24 ${entity}${entity === 'contact' ? '' : `: ${cutText(title, 80)}`}`.replaceAll(
        /\s+/g,
        ' ',
      ),
    reasons: bitrixReasons,
    capabilities: { upsert: true },
    remoteObject: ({ secrets, target: { entity, identity } }) =>
      identity === 'event' ? null : `${readAddress(secrets).portal} ${entity}`,
    // A bucket of 50 that drains by 2 a second; a deal takes three requests.
    limits: { requestsPerSecond: 2, requestsPerDelivery: 3, burst: 45 },
    testConnection: (input) => testBitrix(input, readAddress),
    preview: async (input) => {
      const { contact, fields } = await renderBitrix(input)
      return { to: `crm.${input.target.entity}`, json: { fields, ...(contact ? { contact } : {}) } }
    },
    deliver: (input) => deliverBitrix(input, readAddress),
  })
}
