import type { FlowError } from '../../../src/kernel/flowError.ts'
import type { AnswerField } from '../forms/answerField.ts'
import type { AnswerProblem } from './answer.ts'
import { refusal } from '../../refusal.ts'
import type { VisitorLanguage } from './visitorLanguage.ts'

type Sentence = (limit: number) => { en: string; ru: string }

const sentences: { [Code in AnswerProblem['code']]: Sentence } = {
  required: () => ({ en: 'please fill this in', ru: 'заполните это поле' }),
  unknown: () => ({ en: 'the form has no such question', ru: 'в форме нет такого вопроса' }),
  not_text: () => ({ en: 'this must be text', ru: 'здесь должен быть текст' }),
  too_short: (limit) => ({
    en: `at least ${limit} characters, please`,
    ru: `не короче ${limit} символов`,
  }),
  too_long: (limit) => ({
    en: `no more than ${limit} characters, please`,
    ru: `не длиннее ${limit} символов`,
  }),
  not_email: () => ({ en: 'this is not an e-mail address', ru: 'это не адрес почты' }),
  not_phone: () => ({
    en: 'this is not a phone number; write it with the code of the country',
    ru: 'это не номер телефона; укажите его с кодом страны',
  }),
  not_number: () => ({ en: 'this must be a number', ru: 'здесь должно быть число' }),
  not_whole: () => ({ en: 'this must be a whole number', ru: 'здесь должно быть целое число' }),
  too_small: (limit) => ({ en: `not less than ${limit}, please`, ru: `не меньше ${limit}` }),
  too_large: (limit) => ({ en: `not more than ${limit}, please`, ru: `не больше ${limit}` }),
  not_date: () => ({
    en: 'this must be a date such as 2026-11-21',
    ru: 'здесь должна быть дата, например 2026-11-21',
  }),
  not_an_option: () => ({
    en: 'choose from the list',
    ru: 'выберите из списка',
  }),
  not_a_tick: () => ({ en: 'this must be true or false', ru: 'здесь должно быть true или false' }),
  empty: () => ({ en: 'no question was answered', ru: 'ни на один вопрос не ответили' }),
}

/**
 * FLOW_FORM_ANSWERS_INVALID (400). `details.fields` holds `{ field, code, message }` for every answer that was
 * refused, for the page to show beside its question; `field` is empty when it is about the form as a whole.
 */
export function answersInvalid(
  problems: readonly AnswerProblem[],
  questions: readonly AnswerField[],
  language: VisitorLanguage,
): FlowError {
  const fields = problems.map(({ code, field, limit = 0 }) => ({
    field,
    code,
    message: sentences[code](limit)[language],
  }))
  const listed = fields.map(({ field, message }) => {
    const label = questions.find(({ name }) => name === field)?.label ?? field
    return label ? `${label}: ${message}` : message
  })
  const list = listed.slice(0, 20).join('; ')
  return refusal(language, {
    code: 'FLOW_FORM_ANSWERS_INVALID',
    message: `the answers cannot be taken: ${list}`,
    ru: { message: `ответы не приняты: ${list}` },
    status: 400,
    details: { fields: fields.slice(0, 100) },
  })
}
