import type { AnswerField } from '../forms/answerField.ts'
import { mappedLeadFields } from '../forms/leadMapping.ts'
import { toE164 } from '../../../src/kernel/toE164.ts'
import { mailAddress } from '../../mailAddress.ts'

type LeadField = (typeof mappedLeadFields)[number]
type AnswerRow = {
  name: string
  label?: string | null
  value?: string | null
  shown?: string | null
}
type LeadMapping = { [Field in LeadField]?: string | null }

/** Contacts of a lead, as answers give them. */
export type LeadContacts = { [Field in LeadField | 'phoneRaw']?: string }

type Options = {
  values: readonly AnswerRow[]
  questions: readonly Pick<AnswerField, 'blockType' | 'name'>[]
  mapping: LeadMapping
}

const longest: { [Field in LeadField]: number } = {
  name: 200,
  phone: 100,
  email: 254,
  company: 200,
  message: 20_000,
}

/**
 * What the answers say about a lead; `undefined` when they say nothing. An answer that does not fit its field (a
 * phone that is none) goes into the message with the rest: a lead is not lost over its form.
 */
export function leadOfSubmission({
  values,
  questions,
  mapping,
}: Options): LeadContacts | undefined {
  const contacts: LeadContacts = {}
  const used = new Set<AnswerRow>()
  for (const field of mappedLeadFields) {
    const name = mapping[field] || usualSource(field, questions)
    const row = values.find((each) => each.name === name)
    const text = textOf(row)
    if (!row || !text || field === 'message' || text.length > longest[field]) continue
    if (!fits(field, text)) continue
    contacts[field] = text
    if (field === 'phone') contacts.phoneRaw = text
    used.add(row)
  }
  const messageName = mapping.message || usualSource('message', questions)
  const message = messageOf(
    values.filter((row) => !used.has(row)),
    messageName,
  )
  if (message) contacts.message = message
  return Object.keys(contacts).length === 0 ? undefined : contacts
}

/** Where a contact stands in most forms. */
function usualSource(field: LeadField, questions: Options['questions']): string | undefined {
  const named = questions.find(({ name }) => name.toLowerCase() === field)
  if (field !== 'phone' && field !== 'email') return named?.name
  return (questions.find(({ blockType }) => blockType === field) ?? named)?.name
}

function fits(field: LeadField, text: string): boolean {
  if (field === 'phone') return toE164(text) !== undefined
  return field === 'email' ? mailAddress.safeParse(text).success : true
}

/** The message itself first, then every other answer with its question. */
function messageOf(rows: readonly AnswerRow[], messageName: string | undefined): string {
  const first = rows.find(({ name }) => name === messageName)
  const others = rows
    .filter((row) => row !== first && textOf(row) !== '')
    .map((row) => `${row.label || row.name}: ${textOf(row)}`)
  return [textOf(first), others.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, longest.message)
}

function textOf(row: AnswerRow | undefined): string {
  return (row?.shown ?? row?.value ?? '').trim()
}
