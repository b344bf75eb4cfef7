import * as z from 'zod'

import { numberAsText, optionalText } from '../../../src/index.ts'

/** Written when the form is left as it is. Short: every 70 letters of Russian cost a message. */
export const defaultSmsText = '{{ type }} {{ meta.documentId }}'

/** The services that send. */
export const smsProviderNames = ['smsru', 'smsc', 'mobizon', 'twilio'] as const

/** One of {@link smsProviderNames}. */
export type SmsProviderName = (typeof smsProviderNames)[number]

const maxLine = 2048
const emptyIsNone = (value: unknown): unknown => (value === '' ? null : value)

/** What the form of an SMS holds, without the key. Texts are Liquid templates. */
export const smsTarget = z.object({
  /** Null: the server's own. */
  provider: z.preprocess(emptyIsNone, z.enum(smsProviderNames).nullish().default(null)),
  /** Login at SMSC, Account SID at Twilio. */
  account: optionalText(200),
  /** A name agreed with the service, or a number. */
  sender: z.preprocess(numberAsText, optionalText(40)),
  to: z.preprocess(numberAsText, z.string().trim().min(1).max(maxLine)),
  text: optionalText(64 * 1024).transform((text) => text ?? defaultSmsText),
  /** What is longer is cut. */
  maxSegments: z.preprocess((value) => value ?? 4, z.number().int().min(1).max(10)),
  homeCountry: optionalText(2).transform((code) => code?.trim().toUpperCase() ?? 'RU'),
})

/** A parsed form. */
export type SmsTarget = z.output<typeof smsTarget>
