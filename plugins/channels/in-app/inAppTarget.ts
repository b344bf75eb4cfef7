import * as z from 'zod'

import { inboxLevels } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultTitle = '{{ type }} {{ meta.documentId }}'

/** Whom a notification may be for. */
export const inAppAudiences = ['user', 'staff', 'admin', 'manager', 'viewer'] as const

const maxTemplate = 64 * 1024
const maxLine = 2048
const optional = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text))
const emptyIsNone = (value: unknown): unknown =>
  value === '' || value === null ? undefined : value
/** Ids of people are numbers to some and texts to others. */
const written = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)

/** What the form of a notification holds. Texts are Liquid templates. */
export const inAppTarget = z.object({
  /** One person, all staff, or the staff of one role. */
  audience: z.preprocess(emptyIsNone, z.enum(inAppAudiences).default('user')),
  /** Id of the person, for the audience `user`; null: the document's `customer`, or its `user`. */
  to: z.preprocess(written, optional(maxLine)),
  title: optional(maxTemplate).transform((text) => text ?? defaultTitle),
  text: optional(maxTemplate),
  /** Null: the document in the admin for staff, nowhere for others. */
  link: optional(maxTemplate),
  level: z.preprocess(emptyIsNone, z.enum(inboxLevels).default('info')),
})

/** A parsed form. */
export type InAppTarget = z.output<typeof inAppTarget>
