import * as z from 'zod'

import { numberAsText, optionalText } from '../../../src/index.ts'

/** The services that keep lists. */
export const mailingProviderNames = ['unisender', 'sendpulse', 'getresponse'] as const

/** One of {@link mailingProviderNames}. */
export type MailingProviderName = (typeof mailingProviderNames)[number]

const maxLine = 2048
const line = z.preprocess(numberAsText, optionalText(maxLine))

/** What the form of a list holds, without the key. Texts are Liquid templates. */
export const mailingTarget = z.object({
  provider: z.enum(mailingProviderNames),
  /** Client id at SendPulse. */
  account: optionalText(200),
  /** Number or code of the list; at UniSender several, separated by commas. */
  list: z.preprocess(numberAsText, z.string().trim().min(1).max(200)),
  email: z.preprocess(numberAsText, z.string().trim().min(1).max(maxLine)),
  name: line,
  phone: line,
  /** Separated by commas. */
  tags: line,
  /** JSON with Liquid in it: values by the names of the service. */
  fields: optionalText(64 * 1024),
  /** The person has agreed on the site; no letter asks once more. */
  isConfirmed: z.preprocess((value) => value ?? false, z.boolean()),
  homeCountry: optionalText(2).transform((code) => code?.trim().toUpperCase() ?? 'RU'),
})

/** A parsed form. */
export type MailingTarget = z.output<typeof mailingTarget>
