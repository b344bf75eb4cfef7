import { type Channel, checkMappingTemplates, defineChannel } from '../../../src/index.ts'
import { deliverMetrica } from './deliverMetrica.ts'
import { metricaError } from './metricaError.ts'
import { metricaFields } from './metricaFields.ts'
import { metricaMapping } from './metricaMapping.ts'
import { metricaReasons } from './metricaReasons.ts'
import { metricaRow } from './metricaRow.ts'
import { type MetricaTarget, metricaTarget } from './metricaTarget.ts'
import { testMetrica } from './testMetrica.ts'

/** How the channel is set up in code; empty means the default. */
export type YandexMetricaOptions = {
  /** @default 'https://api-metrika.yandex.net' */
  apiUrl?: string | undefined
}

/** Uploads conversions that no browser saw to a tag of Yandex Metrica. */
export function createYandexMetricaChannel({
  apiUrl,
}: YandexMetricaOptions = {}): Channel<MetricaTarget> {
  const base = apiUrl || 'https://api-metrika.yandex.net'
  return defineChannel<MetricaTarget>({
    slug: 'yandex-metrica',
    label: { en: 'Yandex Metrica', ru: 'Яндекс Метрика' },
    description: {
      en: 'Counts orders, leads and payments as offline conversions of your goals.',
      ru: 'Засчитывает заказы, заявки и оплаты как офлайн-конверсии ваших целей.',
    },
    fields: metricaFields,
    target: metricaTarget,
    validate: async ({ counterId, mapping }, { templates }) => {
      if (counterId !== null && !/^\d{1,15}$/.test(counterId)) throw metricaError.counterInvalid()
      checkMappingTemplates(mapping, templates)
    },
    describeTarget: ({ counterId }) => `Metrica ${counterId ?? ''}`.trim(),
    reasons: metricaReasons,
    readyMapping: metricaMapping,
    testConnection: (input) => testMetrica(input, base),
    preview: async (input) => ({
      to: `Metrica ${input.target.counterId ?? ''}`.trim(),
      json: (await metricaRow(input)).row,
    }),
    deliver: (input) => deliverMetrica(input, base),
  })
}
