import type { MessagePart } from '../channels/messagePart.ts'
import { renameReferences, type TemplateLibrary } from './templateLibrary.ts'

/** A stored template: its parts in every language they are written in. */
export type MessageTemplate = {
  id: string
  /** How other templates name it. */
  key: string
  /** Liquid, by part and locale; empty ones are left out. */
  parts: Partial<Record<MessagePart, Readonly<Record<string, string>>>>
}

/** The language of readers nobody has written for. */
const FALLBACK_LOCALES = ['ru', 'en']

/**
 * What templates may name, one entry per template, part and locale: `mail.html.ru`. A name in a template becomes the entry
 * for its own part and language, so that a Russian letter has the Russian footer.
 */
export function libraryOf(templates: readonly MessageTemplate[]): TemplateLibrary {
  const byKey = new Map(templates.map((template) => [template.key, template]))
  const entries = templates.flatMap(({ key, parts }) =>
    Object.entries(parts).flatMap(([part, texts]) =>
      Object.entries(texts).map(([locale, text]) => [
        `${key}.${part}.${locale}`,
        renameReferences(text, (name) => entryName(byKey.get(name), name, { part, locale })),
      ]),
    ),
  )
  return Object.fromEntries(entries)
}

/** The Liquid that a channel's field gets: the part in the language of the event. `undefined`: nothing is written. */
export function partTemplate(
  { key, parts }: MessageTemplate,
  part: MessagePart,
): string | undefined {
  const locales = Object.keys(parts[part] ?? {})
  const last = pickLocale(locales, undefined)
  if (last === undefined) return undefined
  const render = (locale: string): string =>
    `{% render ${JSON.stringify(`${key}.${part}.${locale}`)} %}`
  const others = locales.filter((locale) => locale !== last)
  return others.reduceRight(
    (rest, locale) =>
      `{% if meta.locale == ${JSON.stringify(locale)} %}${render(locale)}{% else %}${rest}{% endif %}`,
    render(last),
  )
}

function entryName(
  template: MessageTemplate | undefined,
  name: string,
  { locale, part }: { locale: string; part: string },
): string {
  // Subjects and buttons are made of texts.
  const wanted = part === 'html' ? 'html' : 'text'
  const found = pickLocale(Object.keys(template?.parts[wanted] ?? {}), locale)
  return found === undefined ? name : `${name}.${wanted}.${found}`
}

function pickLocale(locales: readonly string[], wanted: string | undefined): string | undefined {
  return [wanted, ...FALLBACK_LOCALES, locales[0]].find(
    (locale) => locale !== undefined && locales.includes(locale),
  )
}
