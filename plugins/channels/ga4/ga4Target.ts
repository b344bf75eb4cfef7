import * as z from 'zod'

import { mappingField } from '../../../src/index.ts'

/** What the form of GA4 holds, without the API secret. */
export const ga4Target = z.object({
  /** `G-XXXXXXX`. */
  measurementId: z
    .string()
    .max(40)
    .nullish()
    .transform((text) => text?.trim() || null),
  mapping: mappingField,
  /** Shows events in DebugView. */
  isDebug: z.preprocess((value) => value ?? false, z.boolean()),
})

/** A parsed form. */
export type Ga4Target = z.output<typeof ga4Target>
