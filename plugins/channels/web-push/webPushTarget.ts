import * as z from 'zod'

/** Written when the form is left as it is. */
export const defaultWebPushTitle = '{{ type }}'

/** How soon a push service is to deliver. */
export const urgencies = ['very-low', 'low', 'normal', 'high'] as const

/** Whose browsers get it, beside the person of the event. */
export const webPushRoles = ['staff', 'admin', 'manager', 'viewer'] as const

const maxLine = 2048
const MOST_SECONDS = 28 * 24 * 60 * 60
const DAY_SECONDS = 24 * 60 * 60

const optional = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text))
const written = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)
const filled = (value: unknown): unknown => (value === '' ? null : value)

/** What the form of a browser notification holds, without the key. Texts are Liquid templates. */
export const webPushTarget = z.object({
  /** `mailto:` or `https:`, whom push services may write to. */
  subject: optional(maxLine),
  /** Browsers subscribe with the keys of these credentials. */
  isDefault: z.preprocess((value) => value ?? false, z.boolean()),
  /** Ids of users. */
  recipient: z.preprocess(written, optional(maxLine)),
  role: z.preprocess(filled, z.enum(webPushRoles).nullish()).transform((role) => role ?? null),
  title: optional(maxLine).transform((text) => text ?? defaultWebPushTitle),
  text: optional(16 * 1024),
  link: optional(maxLine),
  icon: optional(maxLine),
  image: optional(maxLine),
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
  topic: z.preprocess(written, optional(maxLine)),
})

/** A parsed form. */
export type WebPushTarget = z.output<typeof webPushTarget>
