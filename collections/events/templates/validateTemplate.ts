import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { ValidationError } from 'payload'

import type { TemplateRenderer } from '../../../src/channels/channel.ts'
import { type MessagePart, messageParts } from '../../../src/channels/messagePart.ts'
import type { Catalogue } from '../../../src/event-catalogue/catalogue.ts'
import {
  libraryOf,
  type MessageTemplate,
  partTemplate,
} from '../../../src/templates/messageTemplate.ts'
import { loadTemplates } from '../../../src/templates/messageTemplateStore.ts'
import { textFor } from '../../textFor.ts'
import { readableRefusal } from '../readableRefusal.ts'

/** What a template is checked with. */
export type TemplateTools = { templates: TemplateRenderer; catalogue: Catalogue }

type Problem = { path: string; message: string }

const wellFormed = /^[a-z0-9][a-z0-9-]{0,60}$/

/**
 * Refuses what could never be rendered, at its field: Liquid that is none, a template inside itself, names that belong to
 * nothing, also where another template would break by this change.
 */
export function validateTemplate({
  catalogue,
  templates,
}: TemplateTools): CollectionBeforeValidateHook {
  return async ({ collection, data, originalDoc, req }) => {
    if (!data) return data
    const key = String(data['key'] ?? originalDoc?.key ?? '').trim()
    const problems = [
      ...keyProblems(key, req),
      ...eventProblems(data['event'], catalogue),
      ...(await partProblems({ data, id: originalDoc?.id, key, req }, templates)),
    ]
    if (problems.length === 0) return { ...data, ...(data['key'] === undefined ? {} : { key }) }
    throw new ValidationError({ collection: collection.slug, errors: problems, req }, req.t)
  }
}

function keyProblems(key: string, req: PayloadRequest): Problem[] {
  if (wellFormed.test(key)) return []
  const message = textFor(req, {
    en: 'Use lower-case Latin letters, digits and dashes, for example: order-paid.',
    ru: 'Только строчные латинские буквы, цифры и дефисы, например: order-paid.',
  })
  return [{ path: 'key', message }]
}

function eventProblems(event: unknown, catalogue: Catalogue): Problem[] {
  if (typeof event !== 'string' || event === '') return []
  return problemAt('event', () => void catalogue.get(event))
}

async function partProblems(
  given: {
    data: Record<string, unknown>
    id: number | string | undefined
    key: string
    req: PayloadRequest
  },
  templates: TemplateRenderer,
): Promise<Problem[]> {
  const { data, id, key, req } = given
  const stored = await loadTemplates(req.payload, req)
  const before = stored.find((template) => template.id === String(id))
  const written = writtenTemplate({ before, data, id: String(id ?? 'new'), key, req })
  const others = stored.filter((template) => template !== before)
  const renderer = templates.withLibrary?.(libraryOf([...others, written])) ?? templates
  const check = (template: MessageTemplate, part: MessagePart): void => {
    const liquid = partTemplate(template, part)
    if (liquid === undefined) return
    renderer.check(liquid)
    for (const text of Object.values(template.parts[part] ?? {})) syntaxOf(renderer, text)
  }
  return messageParts.flatMap((part) => problemAt(part, () => check(written, part)))
}

/** Names are followed by the whole template; here only the tags and filters of one text. */
function syntaxOf(renderer: TemplateRenderer, text: string): void {
  renderer.check(text.replaceAll(/\{%-?\s*(?:render|layout)\s[^%]*%\}/g, ''))
}

/** The template as it will be: what this save brings for its language over what is stored. */
function writtenTemplate(input: {
  before: MessageTemplate | undefined
  data: Record<string, unknown>
  id: string
  key: string
  req: PayloadRequest
}): MessageTemplate {
  const { before, data, id, key, req } = input
  const parts = messageParts.map((part) => {
    const value = data[part]
    const stored = before?.parts[part] ?? {}
    if (value === undefined) return [part, stored]
    const brought: object =
      typeof value === 'object' && value !== null ? value : { [req.locale ?? 'ru']: value }
    const texts = Object.entries({ ...stored, ...brought }).filter(
      ([, text]) => typeof text === 'string' && text.trim() !== '',
    )
    return [part, Object.fromEntries(texts)]
  })
  return { id, key, parts: Object.fromEntries(parts) }
}

function problemAt(path: string, check: () => void): Problem[] {
  try {
    check()
    return []
  } catch (error) {
    return [{ path, message: readableRefusal(error) }]
  }
}
