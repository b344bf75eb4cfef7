import type { CustomFields, LeadFields, NewContact } from './amocrmSchemas.ts'

/** A lead as the fake keeps it. */
export type StoredLead = Omit<LeadFields, 'tags_to_add'> & { tags: string[]; contacts: number[] }

/** What the account holds, by number. */
export type AmocrmStore = {
  leads: Map<number, StoredLead>
  contacts: Map<number, NewContact>
  /** Rows that the search does not know yet, by kind and number. */
  unindexed: { isHeld: boolean; rows: Set<string> }
  /** Numbers are given once, also after what had one is gone. */
  given: { leads: number; contacts: number }
}

/** A number for a new row, which the search learns of now or later. */
export function nextNumber({ given, unindexed }: AmocrmStore, kind: 'leads' | 'contacts'): number {
  given[kind] += 1
  const id = (kind === 'leads' ? 1000 : 3000) + given[kind]
  if (unindexed.isHeld) unindexed.rows.add(`${kind}/${id}`)
  return id
}

/** Why a body is refused. */
export type AmocrmProblem = { path: string; code: string; detail: string }

/** Pipelines with their stages: 142 and 143 are in every one. */
const pipelines: Readonly<Record<number, readonly number[]>> = {
  10: [11, 12, 142, 143],
  20: [21, 142, 143],
}
const users: readonly number[] = [7, 8]
const known = {
  lead: new Set(['501', '502', 'UTM_SOURCE', 'UTM_MEDIUM', 'UTM_CAMPAIGN']),
  contact: new Set(['601', 'PHONE', 'EMAIL', 'POSITION']),
}

const wrongChoice = (path: string): AmocrmProblem => ({
  path,
  code: 'NotSupportedChoice',
  detail: 'The value you selected is not a valid choice.',
})

/** What amoCRM would refuse of a lead, beside its shape. */
export function leadProblem(
  {
    custom_fields_values: fields,
    pipeline_id: pipeline,
    responsible_user_id: user,
    status_id,
  }: LeadFields,
  before?: StoredLead,
): AmocrmProblem | null {
  const place = pipeline ?? before?.pipeline_id ?? 10
  const stages = pipelines[place]
  if (stages === undefined) return wrongChoice('pipeline_id')
  if (status_id !== undefined && !stages.includes(status_id)) return wrongChoice('status_id')
  if (user !== undefined && !users.includes(user)) return wrongChoice('responsible_user_id')
  return fieldsProblem('lead', fields)
}

/** The same of fields of an entity. */
export function fieldsProblem(
  entity: 'lead' | 'contact',
  fields: CustomFields = [],
): AmocrmProblem | null {
  for (const [index, field] of fields.entries()) {
    const [key, name] =
      'field_id' in field
        ? ['field_id', String(field.field_id)]
        : ['field_code', String(field.field_code)]
    if (!known[entity].has(name)) return wrongChoice(`custom_fields_values.${index}.${key}`)
  }
  return null
}

/** Fields that a change brings replace those that are there; others stay. */
export function withFields(before: CustomFields = [], given: CustomFields = []): CustomFields {
  const nameOf = (field: CustomFields[number]): string =>
    'field_id' in field ? String(field.field_id) : field.field_code
  const names = new Set(given.map(nameOf))
  return [...before.filter((field) => !names.has(nameOf(field))), ...given]
}

/** Finds words anywhere, and digits of numbers however they are written. */
export function searched(fields: CustomFields = [], query: string): boolean {
  const texts = fields.flatMap(({ values }) => values.map(({ value }) => String(value ?? '')))
  const isNumber = /^\d+$/.test(query)
  return texts.some(
    (text) =>
      text.toLowerCase().includes(query.toLowerCase()) ||
      (isNumber && text.replace(/\D/g, '').includes(query)),
  )
}
