import * as z from 'zod'

import { mappingField } from '../../../src/index.ts'

/** What the form of Yandex Metrica holds, without the token. */
export const metricaTarget = z.object({
  counterId: z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z
      .string()
      .max(20)
      .nullish()
      .transform((text) => text?.trim() || null),
  ),
  mapping: mappingField,
})

/** A parsed form. */
export type MetricaTarget = z.output<typeof metricaTarget>
