import * as z from 'zod'

import { mappingField } from '../../../src/index.ts'

/** What the form of VK conversions holds. A pixel's number is no secret: every page of the site shows it. */
export const vkTarget = z.object({
  pixelId: z.preprocess(
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
export type VkTarget = z.output<typeof vkTarget>
