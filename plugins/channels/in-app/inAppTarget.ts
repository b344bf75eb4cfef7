import * as z from 'zod'

import { inboxLevels, numberAsText, optionalText } from '../../../src/index.ts'

/** Written when the form is left as it is. */
export const defaultTitle = '{{ type }} {{ meta.documentId }}'

/** Whom a notification may be for. */
export const inAppAudiences = ['user', 'staff', 'admin', 'manager', 'viewer'] as const

const maxTemplate = 64 * 1024
const maxLine = 2048
const emptyIsNone = (value: unknown): unknown =>
  value === '' || value === null ? undefined : value

/** What the form of a notification holds. Texts are Liquid templates. */
export const inAppTarget = z.object({
  /** One person, all staff, or the staff of one role. */
  audience: z.preprocess(emptyIsNone, z.enum(inAppAudiences).default('user')),
  /** Id of the person, for the audience `user`; null: the document's `customer`, or its `user`. */
  to: z.preprocess(numberAsText, optionalText(maxLine)),
  title: optionalText(maxTemplate).transform((text) => text ?? defaultTitle),
  text: optionalText(maxTemplate),
  /** Null: the document in the admin for staff, nowhere for others. */
  link: optionalText(maxTemplate),
  level: z.preprocess(emptyIsNone, z.enum(inboxLevels).default('info')),
})

/** A parsed form. */
export type InAppTarget = z.output<typeof inAppTarget>
