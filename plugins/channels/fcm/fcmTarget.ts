import * as z from 'zod'

/** Written when the form is left as it is. */
export const defaultFcmTitle = '{{ type }}'

/** Whose devices get it, beside the person of the event. */
export const fcmRoles = ['staff', 'admin', 'manager', 'viewer'] as const

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

/** What the form of an app notification holds, without the service account. Texts are Liquid templates. */
export const fcmTarget = z.object({
  /** Ids of users. */
  recipient: z.preprocess(written, optional(maxLine)),
  role: z.preprocess(filled, z.enum(fcmRoles).nullish()).transform((role) => role ?? null),
  title: optional(maxLine).transform((text) => text ?? defaultFcmTitle),
  text: optional(16 * 1024),
  link: optional(maxLine),
  icon: optional(maxLine),
  image: optional(maxLine),
  /** JSON with Liquid in it: what the app itself reads. */
  data: optional(16 * 1024),
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
