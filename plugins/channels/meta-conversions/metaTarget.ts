import * as z from 'zod'

import { mappingField, optionalText } from '../../../src/index.ts'
import { META_API_VERSION } from './metaApiVersion.ts'

const optional = (max: number) => optionalText(max).transform((text) => text?.trim() ?? null)

/** What the form of Meta conversions holds, without the token. */
export const metaTarget = z.object({
  /** Id of the pixel or dataset. */
  datasetId: optional(40),
  mapping: mappingField,
  /** Makes events show up under "Test events" only. */
  testEventCode: optional(100),
  apiVersion: z.preprocess(
    (value) => value || META_API_VERSION,
    z.string().regex(/^v\d{1,3}\.\d$/),
  ),
})

/** A parsed form. */
export type MetaTarget = z.output<typeof metaTarget>
