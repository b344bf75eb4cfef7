import { type Channel, checkMappingTemplates, defineChannel } from '../../../src/index.ts'
import { deliverMeta } from './deliverMeta.ts'
import { metaError } from './metaError.ts'
import { metaEvent } from './metaEvent.ts'
import { metaFields } from './metaFields.ts'
import { metaMapping } from './metaMapping.ts'
import { metaReasons } from './metaReasons.ts'
import { type MetaTarget, metaTarget } from './metaTarget.ts'
import { testMeta } from './testMeta.ts'

/** How the channel is set up in code; empty means the default. */
export type MetaConversionsOptions = {
  /** @default 'https://graph.facebook.com' */
  apiUrl?: string | undefined
}

/** Tells Meta's Conversions API of what happened, for the pixel's own events. */
export function createMetaConversionsChannel({
  apiUrl,
}: MetaConversionsOptions = {}): Channel<MetaTarget> {
  const base = apiUrl || 'https://graph.facebook.com'
  return defineChannel<MetaTarget>({
    slug: 'meta-conversions',
    label: { en: 'Meta conversions', ru: 'Конверсии Meta' },
    description: {
      en: 'Counts orders, leads and sign-ups as conversions of your pixel, from the server.',
      ru: 'Засчитывает заказы, заявки и регистрации как конверсии вашего пикселя, с сервера.',
    },
    fields: metaFields,
    target: metaTarget,
    validate: async ({ datasetId, mapping }, { templates }) => {
      if (datasetId !== null && !/^\d{5,30}$/.test(datasetId)) throw metaError.accountInvalid()
      checkMappingTemplates(mapping, templates)
    },
    describeTarget: ({ datasetId }) => `Meta ${datasetId ?? ''}`.trim(),
    reasons: metaReasons,
    readyMapping: metaMapping,
    testConnection: (input) => testMeta(input, base),
    preview: async (input) => ({
      to: `Meta ${input.target.datasetId ?? ''}`.trim(),
      json: (await metaEvent(input)).event,
    }),
    deliver: (input) => deliverMeta(input, base),
  })
}
