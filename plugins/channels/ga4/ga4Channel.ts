import { type Channel, checkMappingTemplates, defineChannel } from '../../../src/index.ts'
import { checkMeasurementId } from './checkMeasurementId.ts'
import { deliverGa4 } from './deliverGa4.ts'
import { ga4Fields } from './ga4Fields.ts'
import { ga4Mapping } from './ga4Mapping.ts'
import { ga4Reasons } from './ga4Reasons.ts'
import { ga4Request } from './ga4Request.ts'
import { type Ga4Target, ga4Target } from './ga4Target.ts'
import { testGa4 } from './testGa4.ts'

/** How the channel is set up in code; empty means the default. */
export type Ga4ChannelOptions = {
  /** @default 'https://www.google-analytics.com' */
  apiUrl?: string | undefined
}

/** Sends events to Google Analytics 4 by the Measurement Protocol. */
export function createGa4Channel({ apiUrl }: Ga4ChannelOptions = {}): Channel<Ga4Target> {
  const base = apiUrl || 'https://www.google-analytics.com'
  return defineChannel<Ga4Target>({
    slug: 'ga4',
    label: { en: 'Google Analytics 4', ru: 'Гугл Аналитика 4' },
    description: {
      en: 'Counts orders, leads and sign-ups in Google Analytics, from the server.',
      ru: 'Засчитывает заказы, заявки и регистрации в Google Analytics, с сервера.',
    },
    fields: ga4Fields,
    target: ga4Target,
    validate: async ({ mapping, measurementId }, { templates }) => {
      if (measurementId !== null) checkMeasurementId(measurementId)
      checkMappingTemplates(mapping, templates)
    },
    describeTarget: ({ measurementId }) => `GA4 ${measurementId ?? ''}`.trim(),
    reasons: ga4Reasons,
    readyMapping: ga4Mapping,
    testConnection: (input) => testGa4(input, base),
    preview: async (input) => ({
      to: `GA4 ${input.target.measurementId ?? ''}`.trim(),
      json: (await ga4Request(input)).body,
    }),
    deliver: (input) => deliverGa4(input, base),
  })
}
