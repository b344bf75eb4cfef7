import type { PayloadRequest } from 'payload'
import type * as z from 'zod'

import { clientAddress } from '../../../src/http/clientAddress.ts'
import { defineEndpoint } from '../../../src/http/defineEndpoint.ts'
import { inTransaction } from '../../../src/http/inTransaction.ts'
import { jsonResponse } from '../../../src/http/jsonResponse.ts'
import type { Answer } from './answer.ts'
import { answersInvalid } from './answersInvalid.ts'
import { checkAnswers } from './checkAnswers.ts'
import { fillTime } from './fillTime.ts'
import { limitForm } from './limitForm.ts'
import { marksOf } from './marksOf.ts'
import { networkOf } from './networkOf.ts'
import { type OpenForm, openForm } from './openForm.ts'
import { submissionInput } from './submissionInput.ts'
import { type VisitorLanguage, visitorLanguage } from './visitorLanguage.ts'

type Input = z.output<typeof submissionInput>
type Visit = { form: OpenForm; body: Input; language: VisitorLanguage; req: PayloadRequest }

/**
 * `POST /api/forms/:id/submit` (public; `:id` is the id or the slug): `{ values, token?, page?, referrer?, utm? }`.
 * 201 `{ ok: true, message, redirect }`. Who fills in the trap gets the same answer, and nothing is stored.
 */
export const submitForm = defineEndpoint({
  method: 'post',
  path: '/:id/submit',
  access: 'public',
  // Over all forms together; each form has its own limit beside it.
  limit: { name: 'form-submit', points: 60, perSeconds: 60 },
  body: submissionInput,
  handle: async ({ body, param, payload, req, runtime }) => {
    const language = visitorLanguage(req)
    const form = await openForm(payload, param('id'), language)
    await limitForm(runtime.limiter, form, { address: clientAddress(req), language })
    const { honeypot } = form.protection ?? {}
    const { trap, values } = splitTrap(body.values, honeypot)
    if (isFilled(trap)) return thanks(form, language)
    fillTime(payload.secret, runtime.clock.now()).check(form, body.token, language)
    const { answers, problems } = checkAnswers(form.fields, values)
    if (problems.length > 0) throw answersInvalid(problems, form.fields, language)
    await store({ form, body, language, req }, answers, new Date(runtime.clock.now()))
    return thanks(form, language)
  },
})

function splitTrap(values: Input['values'], honeypot: string | null | undefined) {
  const { [honeypot || '']: trap, ...rest } = values
  return honeypot ? { trap, values: rest } : { trap: undefined, values }
}

function isFilled(trap: unknown): boolean {
  return trap !== undefined && trap !== null && trap !== '' && trap !== false
}

async function store(visit: Visit, answers: readonly Answer[], now: Date): Promise<void> {
  const { body, form, language, req } = visit
  const page = body.page ?? req.headers.get('referer')?.slice(0, 2000)
  await inTransaction(req.payload, async (transaction) => {
    // Whoever deletes the form waits; an answer whose form has just gone finds no form.
    const held = 'SELECT 1 FROM forms WHERE id = $1 FOR KEY SHARE'
    const { rows } = await transaction.sql.query(held, [form.id])
    if (rows.length === 0) await openForm(req.payload, String(form.id), language)
    await req.payload.create({
      collection: 'form-submissions',
      data: {
        form: form.id,
        values: answers.map(({ question, shown, value }) => ({
          name: question.name,
          label: question.label || question.name,
          value,
          ...(shown === undefined ? {} : { shown }),
        })),
        consents: consentsOf(answers, now),
        locale: language,
        utm: marksOf(page, body.utm),
        ip: networkOf(clientAddress(req)),
        userAgent: req.headers.get('user-agent')?.slice(0, 500) ?? null,
        page: page ?? null,
        referrer: body.referrer ?? null,
      },
      locale: language,
      depth: 0,
      req: { ...transaction.req, user: req.user, headers: req.headers, i18n: req.i18n },
    })
  })
}

function consentsOf(answers: readonly Answer[], now: Date) {
  return answers.flatMap(({ question }) =>
    question.blockType === 'checkbox' && question.isConsent
      ? [
          {
            text: question.label || question.name,
            documentUrl: question.documentUrl ?? null,
            at: now.toISOString(),
          },
        ]
      : [],
  )
}

function thanks({ confirmation }: OpenForm, language: VisitorLanguage): Response {
  const redirect = confirmation?.type === 'redirect' ? (confirmation.redirectUrl ?? null) : null
  const message = confirmation?.message || { en: 'Thank you!', ru: 'Спасибо!' }[language]
  return jsonResponse({ ok: true, message: redirect === null ? message : null, redirect }, 201)
}
