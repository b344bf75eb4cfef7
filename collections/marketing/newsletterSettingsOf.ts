import type { Payload } from 'payload'

import { NewsletterSettings } from './NewsletterSettings.ts'

type ByLocale = Readonly<Record<string, unknown>>

/** Settings of the newsletter as letters use them. */
export type NewsletterSettingsValues = {
  isDoubleOptIn: boolean
  senderName: string | undefined
  replyTo: string | undefined
  postalAddress: ByLocale
  consentText: ByLocale
}

/** Reads the settings, in all languages; a site that left the global out gets the defaults. */
export async function newsletterSettingsOf(payload: Payload): Promise<NewsletterSettingsValues> {
  const { slug } = NewsletterSettings
  const isThere = payload.config.globals.some((known) => known.slug === slug)
  const stored: Record<string, unknown> = isThere
    ? { ...(await payload.findGlobal({ slug, locale: 'all', depth: 0 })) }
    : {}
  return {
    isDoubleOptIn: stored['doubleOptIn'] !== false,
    senderName: textOf(stored['senderName']),
    replyTo: textOf(stored['replyTo']),
    postalAddress: byLocale(stored['postalAddress']),
    consentText: byLocale(stored['consentText']),
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const byLocale = (value: unknown): ByLocale =>
  typeof value === 'object' && value !== null ? { ...value } : {}
