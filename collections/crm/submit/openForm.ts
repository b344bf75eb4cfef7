import type { Payload } from 'payload'

import type { AnswerField } from '../forms/answerField.ts'
import { refusal } from '../../refusal.ts'
import type { VisitorLanguage } from './visitorLanguage.ts'

/** A form that takes answers, its texts in one language. */
export type OpenForm = {
  id: number
  slug?: string | null
  title?: string | null
  description?: string | null
  submitLabel?: string | null
  fields: AnswerField[]
  confirmation?: {
    type?: 'message' | 'redirect' | null
    message?: string | null
    redirectUrl?: string | null
  } | null
  protection?: {
    maxSubmissions?: number | null
    perMinutes?: number | null
    honeypot?: string | null
    minFillSeconds?: number | null
  } | null
}

const largestId = 2_147_483_647

/**
 * The form of an id or a slug, texts falling back to the site's first language. Throws FLOW_FORM_NOT_FOUND (404)
 * and FLOW_FORM_CLOSED (410), worded in the visitor's language.
 */
export async function openForm(
  payload: Payload,
  idOrSlug: string,
  language: VisitorLanguage,
): Promise<OpenForm> {
  const id = /^\d{1,10}$/.test(idOrSlug) ? Number(idOrSlug) : Number.NaN
  const isId = id <= largestId
  const { docs } = await payload.find({
    collection: 'forms',
    where: isId ? { id: { equals: id } } : { slug: { equals: idOrSlug.slice(0, 200) } },
    locale: language,
    depth: 0,
    limit: 1,
    pagination: false,
    joins: false,
  })
  const form = docs[0] as (OpenForm & { active?: boolean | null }) | undefined
  if (!form) {
    throw refusal(language, {
      code: 'FLOW_FORM_NOT_FOUND',
      message: 'there is no such form',
      ru: { message: 'такой формы нет' },
      status: 404,
    })
  }
  if (!form.active) {
    throw refusal(language, {
      code: 'FLOW_FORM_CLOSED',
      message: 'this form takes no more answers',
      ru: { message: 'форма больше не принимает ответы' },
      status: 410,
    })
  }
  return form
}
