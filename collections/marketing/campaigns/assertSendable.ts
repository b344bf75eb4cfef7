import { type CollectionBeforeChangeHook, ValidationError } from 'payload'

import { FlowError } from '../../../src/kernel/flowError.ts'
import { createTemplateRenderer } from '../../../src/templates/createTemplateRenderer.ts'
import { requestLanguage } from '../../requestLanguage.ts'
import { campaignContentOf } from '../letters/campaignContentOf.ts'
import { renderLetter } from '../letters/renderLetter.ts'

type HookArgs = Parameters<CollectionBeforeChangeHook>[0]
type Row = Record<string, unknown>
type Issue = { path: string; message: string }

const templates = createTemplateRenderer()
const localised = ['subject', 'preheader', 'content', 'html'] as const

/**
 * A campaign that is planned or begun has subject and text, and they render for a reader of whom we know nothing but
 * the address: better refused now than failed a thousand times. Throws a `ValidationError` on the field.
 */
export async function assertSendable(args: HookArgs): Promise<void> {
  const { req } = args
  const campaign = await asSaved(args)
  const language = requestLanguage(req)
  const missing: Issue[] = [
    ...(isFilled(campaign['subject'])
      ? []
      : [{ path: 'subject', message: texts.subject[language] }]),
    ...(isFilled(campaign['content']) || isFilled(campaign['html'])
      ? []
      : [{ path: 'content', message: texts.content[language] }]),
  ]
  const issues =
    missing.length > 0 ? missing : await renderingIssues(campaign, texts.broken[language])
  if (issues.length > 0)
    throw new ValidationError({ collection: 'email-campaigns', errors: issues, req })
}

async function renderingIssues(campaign: Row, broken: string): Promise<Issue[]> {
  const content = campaignContentOf(campaign)
  const languages = new Set(localised.flatMap((name) => Object.keys(recordOf(campaign[name]))))
  const issues: Issue[] = []
  for (const locale of languages) {
    try {
      await renderLetter({
        content,
        templates,
        origin: 'https://example.com',
        reader: { email: 'reader@example.com', name: null, locale },
        links: { unsubscribeUrl: 'https://example.com/', pixelUrl: undefined, track: (url) => url },
        settings: {
          isDoubleOptIn: true,
          senderName: undefined,
          replyTo: undefined,
          postalAddress: {},
          consentText: {},
        },
      })
    } catch (error) {
      if (!(error instanceof FlowError)) throw error
      const reason = error.message.replace(/^\[flowmasters\] FLOW_\w+: /, '')
      const hint = error.hint ? ` ${error.hint}` : ''
      issues.push({ path: 'content', message: `${broken} (${locale}): ${reason}.${hint}` })
    }
  }
  return issues
}

/** The four texts in all languages, as they will stand after the save. */
async function asSaved({ data, operation, originalDoc, req }: HookArgs): Promise<Row> {
  const stored =
    operation === 'update'
      ? await req.payload.db.findOne<{ id: number } & Row>({
          collection: 'email-campaigns',
          where: { id: { equals: originalDoc.id } },
          locale: 'all',
          req,
        })
      : null
  const locale = req.locale ?? 'ru'
  const merged = localised.map((name) => {
    const written: unknown = data[name]
    const now = locale === 'all' ? recordOf(written) : { [locale]: written }
    return [name, { ...recordOf(stored?.[name]), ...now }] as const
  })
  return { title: data['title'], ...Object.fromEntries(merged) }
}

const recordOf = (value: unknown): Row =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const isFilled = (byLocale: unknown): boolean =>
  Object.values(recordOf(byLocale)).some((value) =>
    typeof value === 'string' ? value.trim() !== '' : typeof value === 'object' && value !== null,
  )

const texts = {
  subject: {
    en: 'A campaign cannot be sent without a subject.',
    ru: 'Кампанию нельзя отправить без темы письма.',
  },
  content: {
    en: 'A campaign cannot be sent without a text.',
    ru: 'Кампанию нельзя отправить без текста письма.',
  },
  broken: {
    en: 'The letter cannot be rendered',
    ru: 'Письмо не собирается',
  },
}
