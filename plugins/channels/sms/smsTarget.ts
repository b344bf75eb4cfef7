import * as z from 'zod'

/** Written when the form is left as it is. Short: every 70 letters of Russian cost a message. */
export const defaultSmsText = '{{ type }} {{ meta.documentId }}'

/** The services that send. */
export const smsProviderNames = ['smsru', 'smsc', 'mobizon', 'twilio'] as const

/** One of {@link smsProviderNames}. */
export type SmsProviderName = (typeof smsProviderNames)[number]

const maxLine = 2048
const optional = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((text) => (text === undefined || text === null || text.trim() === '' ? null : text))
/** Numbers of phones and accounts are numbers to some and texts to others. */
const written = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)
const emptyIsNone = (value: unknown): unknown => (value === '' ? null : value)

/** What the form of an SMS holds, without the key. Texts are Liquid templates. */
export const smsTarget = z.object({
  /** Null: the server's own. */
  provider: z.preprocess(emptyIsNone, z.enum(smsProviderNames).nullish().default(null)),
  /** Login at SMSC, Account SID at Twilio. */
  account: optional(200),
  /** A name agreed with the service, or a number. */
  sender: z.preprocess(written, optional(40)),
  to: z.preprocess(written, z.string().trim().min(1).max(maxLine)),
  text: optional(64 * 1024).transform((text) => text ?? defaultSmsText),
  /** What is longer is cut. */
  maxSegments: z.preprocess((value) => value ?? 4, z.number().int().min(1).max(10)),
  homeCountry: optional(2).transform((code) => code?.trim().toUpperCase() ?? 'RU'),
})

/** A parsed form. */
export type SmsTarget = z.output<typeof smsTarget>
