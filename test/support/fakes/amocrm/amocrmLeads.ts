import type * as z from 'zod'

import type { LoopbackReply } from '../startLoopback.ts'
import { amocrmReply } from './amocrmReply.ts'
import { amocrmSchemas, type LeadFields } from './amocrmSchemas.ts'
import {
  type AmocrmProblem,
  type AmocrmStore,
  fieldsProblem,
  leadProblem,
  nextNumber,
  searched,
  type StoredLead,
  withFields,
} from './amocrmStore.ts'

/** Methods of the fake that read and write leads and contacts. */
export const amocrmLeads = {
  complex: (store: AmocrmStore, json: unknown): LoopbackReply =>
    parsed(amocrmSchemas.complex, json, (leads) => {
      const made = leads.map((lead) => addComplex(store, lead))
      return made.find(isRefusal)?.refusal ?? amocrmReply.done(made)
    }),
  make: (store: AmocrmStore, json: unknown): LoopbackReply =>
    parsed(amocrmSchemas.leads, json, (leads) => {
      const made = leads.map((lead) => addPlain(store, lead))
      const done = { _links: {}, _embedded: { leads: made } }
      return made.find(isRefusal)?.refusal ?? amocrmReply.done(done)
    }),
  change: (store: AmocrmStore, id: number, json: unknown): LoopbackReply =>
    parsed(amocrmSchemas.change, json, ({ tags_to_add: tags = [], ...given }) => {
      const before = store.leads.get(id)
      if (!before) return amocrmReply.problem(404, 'Not Found', 'Сделка не найдена')
      const problem = leadProblem(given, before)
      if (problem) return invalid(problem, '0')
      const fields = withFields(before.custom_fields_values, given.custom_fields_values)
      store.leads.set(id, {
        ...before,
        ...given,
        custom_fields_values: fields,
        tags: [...new Set([...before.tags, ...tags.map(({ name }) => name)])],
      })
      return amocrmReply.done({ id, updated_at: 1_795_255_500, _links: {} })
    }),
  search: (
    store: AmocrmStore,
    kind: 'leads' | 'contacts',
    params: URLSearchParams,
  ): LoopbackReply =>
    parsed(amocrmSchemas.search, Object.fromEntries(params), ({ limit, page, query }) => {
      const rows = [...store[kind]]
        .sort(([a], [b]) => a - b)
        .filter(([id]) => !store.unindexed.rows.has(`${kind}/${id}`))
        .filter(([, row]) => searched(row.custom_fields_values, query))
        .slice((page - 1) * limit, page * limit)
        .map(([id, row]) => shownRow(id, row))
      if (rows.length === 0) return amocrmReply.empty()
      return amocrmReply.done({ _page: page, _links: {}, _embedded: { [kind]: rows } })
    }),
}

type Refusal = { refusal: LoopbackReply }
const isRefusal = (made: object): made is Refusal => 'refusal' in made

function addComplex(
  store: AmocrmStore,
  { _embedded, request_id, ...lead }: z.output<typeof amocrmSchemas.complex>[number],
): object {
  const contact = _embedded?.contacts?.[0]
  const problem = leadProblem(lead) ?? fieldsProblem('contact', contact?.custom_fields_values)
  if (problem) return { refusal: invalid(problem, request_id) }
  const contactId = contact ? nextNumber(store, 'contacts') : null
  if (contact && contactId !== null) store.contacts.set(contactId, contact)
  const id = add(store, lead, _embedded?.tags, contactId === null ? [] : [contactId])
  return { id, contact_id: contactId, company_id: null, request_id: [request_id], merged: false }
}

function addPlain(
  store: AmocrmStore,
  { _embedded, request_id, ...lead }: z.output<typeof amocrmSchemas.leads>[number],
): object {
  const contacts = (_embedded?.contacts ?? []).map(({ id }) => id)
  const strange = contacts.findIndex((id) => !store.contacts.has(id))
  const path = `_embedded.contacts.${strange}.id`
  const problem = strange === -1 ? leadProblem(lead) : { path, code: 'NotFound', detail: 'None' }
  if (problem) return { refusal: invalid(problem, request_id) }
  const id = add(store, lead, _embedded?.tags, contacts)
  return { id, request_id, _links: { self: { href: `https://x/leads/${id}` } } }
}

/** Answers name every field by both its number and its code, and have no fields as null. */
function shownRow(id: number, row: StoredLead | { custom_fields_values?: unknown }): object {
  const { custom_fields_values: fields } = row as Pick<StoredLead, 'custom_fields_values'>
  const shown = fields?.map((field) => ({
    field_id: 'field_id' in field ? field.field_id : 9_000_000,
    field_code: 'field_code' in field ? field.field_code : null,
    values: field.values,
  }))
  return { id, is_deleted: false, custom_fields_values: shown ?? null }
}

function add(
  store: AmocrmStore,
  lead: LeadFields,
  tags: { name: string }[] = [],
  contacts: number[] = [],
): number {
  const id = nextNumber(store, 'leads')
  store.leads.set(id, { ...lead, tags: tags.map(({ name }) => name), contacts })
  return id
}

function invalid({ code, detail, path }: AmocrmProblem, requestId: string): LoopbackReply {
  return amocrmReply.invalid(path, code, detail, requestId)
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  use: (value: z.output<Schema>) => LoopbackReply,
): LoopbackReply {
  const read = schema.safeParse(given)
  if (read.success) return use(read.data)
  const [issue] = read.error.issues
  const path = issue?.path.join('.') ?? ''
  return amocrmReply.invalid(path, 'FAKE_UNKNOWN', `${issue?.message}`)
}
