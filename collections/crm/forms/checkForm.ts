import { type CollectionBeforeValidateHook, ValidationError } from 'payload'

import { textFor } from '../../textFor.ts'
import { mappedLeadFields } from './leadMapping.ts'
import { isRecord } from '../../../src/kernel/isRecord.ts'

type Problem = { path: string; en: string; ru: string }
type Question = Record<string, unknown>

/** Refuses (400) a form that cannot work: names used twice, impossible limits, a lead filled from nowhere. */
export const checkForm: CollectionBeforeValidateHook = ({
  collection,
  data = {},
  originalDoc,
  req,
}) => {
  const form: Record<string, unknown> = { ...originalDoc, ...data }
  const questions = listOf(form['fields'])
  const names = questions.map((question) => question['name'])
  const problems = [
    ...doubled(names, 'fields', 'name'),
    ...unasked(listOf(data['fields']), listOf(originalDoc?.fields)),
    ...questions.flatMap((question, index) => limits(question, `fields.${index}`)),
    ...questions.flatMap((question, index) =>
      doubled(
        listOf(question['options']).map(({ value }) => value),
        `fields.${index}.options`,
        'value',
      ),
    ),
    ...trap(form['protection'], names),
    ...mapping(form['lead'], names),
    ...(data['slug'] === originalDoc?.slug ? [] : slug(data['slug'])),
  ]
  if (problems.length === 0) return data
  throw new ValidationError({
    collection: collection.slug,
    errors: problems.map(({ path, ...message }) => ({ path, message: textFor(req, message) })),
    ...(originalDoc ? { id: originalDoc.id } : {}),
    req,
  })
}

/** A new question needs its words; one that is there may wait for its translation. */
function unasked(questions: Question[], before: Question[]): Problem[] {
  const known = new Set(before.map(({ id }) => id))
  return questions.flatMap(({ id, label }, index) =>
    known.has(id) || !isBlank(label)
      ? []
      : [{ path: `fields.${index}.label`, en: 'Write the question.', ru: 'Напишите вопрос.' }],
  )
}

function doubled(values: unknown[], path: string, member: string): Problem[] {
  return values.flatMap((value, index) =>
    typeof value === 'string' && values.indexOf(value) < index
      ? [
          {
            path: `${path}.${index}.${member}`,
            en: `"${value}" is used twice.`,
            ru: `«${value}» встречается дважды.`,
          },
        ]
      : [],
  )
}

function limits(question: Question, path: string): Problem[] {
  return [
    ['minLength', 'maxLength'],
    ['min', 'max'],
  ].flatMap(([low = '', high = '']) => {
    const [least, most] = [question[low], question[high]]
    if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return []
    return [
      {
        path: `${path}.${high}`,
        en: `The upper limit ${most} is below the lower limit ${least}.`,
        ru: `Верхняя граница ${most} меньше нижней ${least}.`,
      },
    ]
  })
}

function trap(protection: unknown, names: unknown[]): Problem[] {
  const honeypot = isRecord(protection) ? protection['honeypot'] : undefined
  if (!honeypot || !names.includes(honeypot)) return []
  return [
    {
      path: 'protection.honeypot',
      en: 'A question has this name: everybody who answers it would be taken for a robot.',
      ru: 'Так называется вопрос формы: все, кто на него ответит, сойдут за роботов.',
    },
  ]
}

function mapping(lead: unknown, names: unknown[]): Problem[] {
  if (!isRecord(lead)) return []
  return mappedLeadFields.flatMap((field) => {
    const from = lead[field]
    if (!from || names.includes(from)) return []
    return [
      {
        path: `lead.${field}`,
        en: `The form has no question called "${String(from)}".`,
        ru: `В форме нет вопроса с именем «${String(from)}».`,
      },
    ]
  })
}

/** Where a form may be named by id or slug, digits are an id. */
function slug(value: unknown): Problem[] {
  if (typeof value !== 'string' || value === '' || /^(?=.*[a-z])[a-z0-9-]+$/.test(value)) return []
  return [
    {
      path: 'slug',
      en: 'Small Latin letters, digits and hyphens, with at least one letter.',
      ru: 'Строчные латинские буквы, цифры и дефис, хотя бы одна буква.',
    },
  ]
}

function isBlank(value: unknown): boolean {
  return !value || (typeof value === 'string' && value.trim() === '')
}

function listOf(value: unknown): Question[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
