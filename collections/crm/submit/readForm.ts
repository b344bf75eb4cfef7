import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import { fillTime } from './fillTime.ts'
import { openForm } from './openForm.ts'
import { visitorLanguage } from './visitorLanguage.ts'

/**
 * `GET /api/forms/:id/definition` (public; `:id` is the id or the slug, `?locale=` the language): what a page needs
 * to draw the form and to send it: texts, questions, the name of the trap and the token of this moment.
 */
export const readForm = defineEndpoint({
  method: 'get',
  path: '/:id/definition',
  access: 'public',
  limit: { name: 'form-read', points: 120, perSeconds: 60 },
  handle: async ({ param, payload, req, runtime }) => {
    const language = visitorLanguage(req)
    const form = await openForm(payload, param('id'), language)
    return jsonResponse({
      id: form.id,
      slug: form.slug ?? null,
      language,
      title: form.title ?? null,
      description: form.description ?? null,
      submitLabel: form.submitLabel ?? null,
      fields: form.fields.map(({ blockType, ...question }) => ({
        type: blockType,
        ...withoutEmpty({ ...question, label: question.label || question.name }),
      })),
      honeypot: form.protection?.honeypot || null,
      token: fillTime(payload.secret, runtime.clock.now()).issue(form),
    })
  },
})

/** Ids of rows and settings that were left empty are of no use to a page. */
function withoutEmpty(question: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(question).filter(
      ([key, value]) =>
        key !== 'id' && key !== 'blockName' && value !== null && value !== undefined,
    ),
  )
}
