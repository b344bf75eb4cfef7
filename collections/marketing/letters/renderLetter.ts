import { convert } from 'html-to-text'

import type { TemplateRenderer } from '../../../src/channels/channel.ts'
import type { JsonObject } from '../../../src/kernel/json.ts'
import type { NewsletterSettingsValues } from '../newsletterSettingsOf.ts'
import { pickLocale } from '../pickLocale.ts'
import type { CampaignContent } from './campaignContentOf.ts'
import { layOut } from './layOut.ts'
import { richTextTemplate } from './richTextTemplate.ts'
import { trackLinks } from './trackLinks.ts'

/** Whom a letter is for. */
export type LetterReader = { email: string; name: string | null; locale: string }

/** How the letter leads back to us. */
export type LetterLinks = {
  unsubscribeUrl: string
  /** Address of the picture that tells of an opening; a preview has none. */
  pixelUrl: string | undefined
  /** Where a link of the letter leads really. */
  track: (url: string) => string
}

/** Everything a letter is made of. */
export type RenderLetter = {
  content: CampaignContent
  reader: LetterReader
  links: LetterLinks
  settings: NewsletterSettingsValues
  templates: TemplateRenderer
  /** Origin that pictures with relative addresses are loaded from. */
  origin: string
}

/** A letter, ready but for its address. */
export type RenderedLetter = { subject: string; text: string; html: string }

/**
 * Renders a campaign for one person, in their language or else in any that is there. Throws FLOW_TEMPLATE_FAILED and
 * FLOW_TEMPLATE_INVALID.
 */
export async function renderLetter(options: RenderLetter): Promise<RenderedLetter> {
  const { content, links, origin, reader, settings, templates } = options
  const scope = scopeOf(options)
  const { locale } = reader
  const text = async (value: unknown): Promise<string> => {
    const template = pickLocale(value, locale)
    return typeof template === 'string' ? oneLine(await templates.render(template, scope)) : ''
  }
  const template = bodyTemplate(content, locale)
  const rendered = await templates.render(template, scope, { escapeHtml: true })
  const body = rendered.replace(/(<(?:img|source)\b[^>]*?\s(?:src|srcset)=")\//gi, `$1${origin}/`)
  const language = locale === 'ru' ? 'ru' : 'en'
  const address = pickLocale(settings.postalAddress, locale)
  const frame = {
    language,
    preheader: await text(content.preheader),
    postalAddress: typeof address === 'string' ? address : '',
    unsubscribeUrl: template.includes('unsubscribeUrl') ? undefined : links.unsubscribeUrl,
  } as const
  const html = layOut({ ...frame, body, pixelUrl: links.pixelUrl })
  return {
    subject: await text(content.subject),
    text: convert(layOut({ ...frame, preheader: '', body, pixelUrl: undefined }), textOptions),
    html: trackLinks(html, (url) => (url === links.unsubscribeUrl ? url : links.track(url))),
  }
}

/** HTML wins over rich text of the same language, the reader's language over both. */
function bodyTemplate({ content, html }: CampaignContent, locale: string): string {
  const own = valueIn(html, locale)
  if (typeof own === 'string' && own !== '') return own
  const written = richTextTemplate(valueIn(content, locale))
  if (written !== '') return written
  const other = pickLocale(html, locale)
  return typeof other === 'string' ? other : richTextTemplate(pickLocale(content, locale))
}

const valueIn = (value: unknown, locale: string): unknown =>
  typeof value === 'object' && value !== null
    ? new Map(Object.entries(value)).get(locale)
    : undefined

function scopeOf({ content, links, reader }: RenderLetter): JsonObject {
  return {
    subscriber: { email: reader.email, name: reader.name, locale: reader.locale },
    campaign: { title: content.title },
    unsubscribeUrl: links.unsubscribeUrl,
  }
}

/** A line break in a header would begin another header. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const textOptions = {
  wordwrap: false as const,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    { selector: 'img', format: 'skip' },
  ],
}
