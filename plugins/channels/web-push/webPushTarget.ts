import * as z from 'zod'

import { deviceAudience, numberAsText, optionalText } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultWebPushTitle = '{{ type }}'

/** How soon a push service is to deliver. */
export const urgencies = ['very-low', 'low', 'normal', 'high'] as const

const maxLine = 2048
const MOST_SECONDS = 28 * 24 * 60 * 60
const DAY_SECONDS = 24 * 60 * 60

const filled = (value: unknown): unknown => (value === '' ? null : value)

/** What the form of a browser notification holds, without the key. Texts are Liquid templates. */
export const webPushTarget = z.object({
  /** `mailto:` or `https:`, whom push services may write to. */
  subject: optionalText(maxLine),
  /** Browsers subscribe with the keys of these credentials. */
  isDefault: z.preprocess((value) => value ?? false, z.boolean()),
  ...deviceAudience.shape,
  title: optionalText(maxLine).transform((text) => text ?? defaultWebPushTitle),
  text: optionalText(16 * 1024),
  link: optionalText(maxLine),
  icon: optionalText(maxLine),
  image: optionalText(maxLine),
  /** How long a push service keeps it for a browser that is off. */
  ttlSeconds: z
    .number()
    .int()
    .min(0)
    .max(MOST_SECONDS)
    .nullish()
    .transform((seconds) => seconds ?? DAY_SECONDS),
  urgency: z
    .preprocess(filled, z.enum(urgencies).nullish())
    .transform((urgency) => urgency ?? 'normal'),
  /** A newer message of one topic replaces an older one that still waits. */
  topic: z.preprocess(numberAsText, optionalText(maxLine)),
})

/** A parsed form. */
export type WebPushTarget = z.output<typeof webPushTarget>
