import {
  type Channel,
  checkMappingTemplates,
  checkTemplates,
  cutText,
  defineChannel,
} from '../../../src/index.ts'
import type { AmocrmDefaults } from './amocrmDefaults.ts'
import { amocrmDomain } from './amocrmDomain.ts'
import { amocrmFields } from './amocrmFields.ts'
import { amocrmPlace } from './amocrmPlace.ts'
import { amocrmReasons } from './amocrmReasons.ts'
import { type AmocrmTarget, amocrmTarget } from './amocrmTarget.ts'
import { checkAmocrmMapping } from './checkAmocrmMapping.ts'
import { checkAmocrmSecret } from './checkAmocrmSecret.ts'
import { deliverAmocrm } from './deliverAmocrm.ts'
import { idFieldOf } from './idFieldOf.ts'
import { leadBody } from './leadBody.ts'
import { refreshAmocrm } from './refreshAmocrm.ts'
import { renderAmocrm } from './renderAmocrm.ts'
import { tokenEnd } from './tokenEnd.ts'
import { testAmocrm } from './testAmocrm.ts'

/** Makes and changes leads with their contacts in amoCRM or Kommo. Empty options mean the default. */
export function createAmocrmChannel(defaults: AmocrmDefaults = {}): Channel<AmocrmTarget> {
  return defineChannel<AmocrmTarget>({
    slug: 'amocrm',
    label: { en: 'amoCRM', ru: 'Сделка в amoCRM' },
    description: {
      en: 'Makes a lead with its contact in amoCRM or Kommo, and changes it later.',
      ru: 'Создаёт сделку с контактом в amoCRM или Kommo, а потом обновляет.',
    },
    fields: amocrmFields,
    target: amocrmTarget,
    checkSecret: checkAmocrmSecret,
    validate: async (target, { templates }) => {
      const { domain, email, lastName, mapping, name, phone } = target
      const { pipeline, price, responsible, status, tags, title } = target
      if (domain !== null) amocrmDomain(domain)
      idFieldOf(target)
      checkTemplates(templates, {
        ...{ title, name, lastName, phone, email },
        ...{ price, pipeline, status, responsible, tags },
      })
      checkAmocrmMapping(mapping)
      checkMappingTemplates(mapping, templates)
    },
    describeTarget: ({ domain, title }) =>
      `amoCRM${domain === null ? '' : ` ${cutText(domain, 80)}`}: ${cutText(title, 80)}`.replaceAll(
        /\s+/g,
        ' ',
      ),
    reasons: amocrmReasons,
    capabilities: { upsert: true },
    remoteObject: ({ secrets, target }) =>
      target.identity === 'event' ? null : `${amocrmPlace(target, secrets, defaults).host} lead`,
    // Seven are borne; what comes late on the way must not make an eighth. A lead mostly takes three searches and one write.
    limits: { requestsPerSecond: 6, requestsPerDelivery: 4 },
    testConnection: (input) => testAmocrm(input, defaults),
    refresh: (input) => refreshAmocrm(input, defaults),
    isRenewable: (secrets) =>
      secrets.includes('refreshToken') || secrets.includes('authorizationCode'),
    expiryOf: ({ accessToken = '' }) => tokenEnd(accessToken),
    preview: async (input) => ({
      to: `amoCRM ${input.target.domain ?? defaults.domain ?? ''}`.trim(),
      json: leadBody(await renderAmocrm(input), null),
    }),
    deliver: (input) => deliverAmocrm(input, defaults),
  })
}
