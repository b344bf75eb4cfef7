import type { Endpoint } from 'payload'
import * as z from 'zod'

import { reasonOfError } from '../../channels/reasonOfError.ts'
import { type MessagePart, messageParts } from '../../channels/messagePart.ts'
import { sqlOfRequest } from '../../database/requestSqlStore.ts'
import { sayReasons } from '../../delivery-log/sayReasons.ts'
import type { FlowEvent } from '../../event-catalogue/flowEvent.ts'
import { sampleEnvelope } from '../../event-catalogue/sampleEnvelope.ts'
import { defineEndpoint } from '../../http/defineEndpoint.ts'
import type { EndpointAccess } from '../../http/endpointAccess.ts'
import { jsonResponse } from '../../http/jsonResponse.ts'
import { notFound } from '../../http/notFound.ts'
import { FlowError } from '../../kernel/flowError.ts'
import type { FlowRuntime } from '../../runtime/flowRuntime.ts'
import { libraryOf, type MessageTemplate, partTemplate } from '../../templates/messageTemplate.ts'
import { loadTemplates } from '../../templates/messageTemplateStore.ts'
import { missingVariables } from '../../templates/missingVariables.ts'
import { templateScope } from '../../templates/templateScope.ts'

const text = z.string().max(65_536).nullish()
const previewInput = z.strictObject({
  /** The texts as they stand in the form, saved or not. */
  subject: text,
  text,
  html: text,
  buttonText: text,
  buttonUrl: text,
  locale: z.string().max(20).default('ru'),
  /** The type whose sample is shown, or a logged event. */
  type: z.string().max(200).optional(),
  eventId: z.string().max(100).optional(),
})

type PreviewInput = z.output<typeof previewInput>
type PreviewProblem = { part: MessagePart; code: string; reason: string; reasonText: string | null }

const somebody = { scope: 'marketing', channel: 'email', address: 'reader@example.com' } as const
const KEY = 'preview-of-the-form'

/**
 * `POST /api/events/templates/preview`: what a message would look like, for the sample of a type or for a logged event, in
 * one language. Answers with every part that can be rendered, what is wrong with the others, and the paths the
 * templates read that the event does not have. Nothing is stored or sent.
 */
export const previewTemplate = ({ manage }: EndpointAccess): Endpoint =>
  defineEndpoint({
    method: 'post',
    path: '/events/templates/preview',
    access: manage,
    body: previewInput,
    maxBodyBytes: 512 * 1024,
    handle: async ({ body, payload, req, runtime }) => {
      const logged = await eventOf(runtime, body)
      const event = { ...logged, meta: { ...logged.meta, locale: body.locale } }
      // Marketing messages have it; a template does not know what it will be chosen for.
      const unsubscribeUrl = runtime.unsubscribe.url(somebody)
      const scope = { ...templateScope(event), unsubscribeUrl }
      const template = templateOf(body)
      const library = libraryOf([...(await loadTemplates(payload)), template])
      const renderer = runtime.templates.withLibrary?.(library) ?? runtime.templates
      const rendered: Partial<Record<MessagePart, string>> = {}
      const problems: PreviewProblem[] = []
      for (const part of messageParts) {
        const liquid = partTemplate(template, part)
        if (liquid === undefined) continue
        try {
          rendered[part] = await renderer.render(liquid, scope, { escapeHtml: part === 'html' })
        } catch (error) {
          if (!(error instanceof FlowError)) throw error
          const said = reasonOfError(error)
          const reasonText = sayReasons(said, req.i18n.language)
          problems.push({ part, code: error.code, reason: said.reason, reasonText })
        }
      }
      const missing = messageParts.flatMap((part) => missingVariables(body[part] ?? '', scope))
      const { id, type } = event
      return jsonResponse({
        event: { id, type },
        rendered,
        problems,
        missing: [...new Set(missing)],
      })
    },
  })

function templateOf(body: PreviewInput): MessageTemplate {
  const parts = messageParts.flatMap((part) => {
    const written = body[part]
    return written ? [[part, { [body.locale]: written }]] : []
  })
  return { id: KEY, key: KEY, parts: Object.fromEntries(parts) }
}

async function eventOf(
  runtime: FlowRuntime,
  body: PreviewInput,
): Promise<FlowEvent<string, unknown>> {
  if (body.eventId === undefined) {
    const [first] = runtime.catalogue.all()
    const definition = body.type ? runtime.catalogue.get(body.type) : first
    if (!definition) throw notFound('event', '')
    return sampleEnvelope(definition)
  }
  const sql = await sqlOfRequest(runtime.payload())
  const { rows } = await sql.query<{ body: FlowEvent }>(
    'SELECT body::jsonb AS body FROM event_logs WHERE id = $1',
    [body.eventId],
  )
  const [row] = rows
  if (!row) throw notFound('event', body.eventId)
  return row.body
}
