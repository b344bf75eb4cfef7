import * as z from 'zod'

import { deviceAudience, optionalText } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultFcmTitle = '{{ type }}'

const maxLine = 2048
const MOST_SECONDS = 28 * 24 * 60 * 60
const DAY_SECONDS = 24 * 60 * 60

const filled = (value: unknown): unknown => (value === '' ? null : value)

/** What the form of an app notification holds, without the service account. Texts are Liquid templates. */
export const fcmTarget = z.object({
  ...deviceAudience.shape,
  title: optionalText(maxLine).transform((text) => text ?? defaultFcmTitle),
  text: optionalText(16 * 1024),
  link: optionalText(maxLine),
  icon: optionalText(maxLine),
  image: optionalText(maxLine),
  /** JSON with Liquid in it: what the app itself reads. */
  data: optionalText(16 * 1024),
  /** How long FCM keeps it for a device that is off. */
  ttlSeconds: z
    .number()
    .int()
    .min(0)
    .max(MOST_SECONDS)
    .nullish()
    .transform((seconds) => seconds ?? DAY_SECONDS),
  urgency: z
    .preprocess(filled, z.enum(['normal', 'high']).nullish())
    .transform((urgency) => urgency ?? 'high'),
})

/** A parsed form. */
export type FcmTarget = z.output<typeof fcmTarget>
