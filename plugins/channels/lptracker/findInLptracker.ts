import * as z from 'zod'

import { toE164 } from '../../../src/index.ts'
import type { LptrackerClient, LptrackerResult } from './lptrackerClient.ts'
import type { RenderedLptracker } from './renderLptracker.ts'

/** What is there already; a lead is nobody's without its contact. */
export type FoundInLptracker =
  | { leadId: null; contactId: number | null }
  | { leadId: string; contactId: number }

type Failed = Extract<LptrackerResult, { isDone: false }>

const id = z.coerce.number().int().positive()
const text = z.union([z.string(), z.number()]).transform(String).catch('')
const contacts = z.array(
  z.object({ id, details: z.array(z.object({ type: text, data: text })).catch([]) }),
)
const leads = z.array(
  z.object({ id, custom: z.array(z.object({ id: text, value: text })).catch([]) }),
)

const NOT_FOUND = 404
/** Somebody with more entries of one person has other troubles than one lead too many. */
const MOST_CONTACTS = 3

/**
 * Looks for what earlier tries or earlier events made: the person by phone and e-mail, then the person's lead by our own id.
 * LPTracker has no idempotency key, so this comes before every write.
 */
export async function findInLptracker(
  call: LptrackerClient,
  rendered: RenderedLptracker,
  homeCountry: string,
): Promise<{ found: FoundInLptracker } | Failed> {
  const { email, own, phone } = rendered
  const wanted = email.toLowerCase()
  const known = new Set<number>()
  for (const [name, given] of Object.entries({ phone: phone.slice(1), email })) {
    if (given === '') continue
    const query = new URLSearchParams({ project_id: String(rendered.project), [name]: given })
    const rows = await rowsOf(call, `/contact/search?${query}`, contacts)
    if (!('rows' in rows)) return rows
    // What the search takes for the same is not known well enough to be believed.
    const same = rows.rows.filter(({ details }) =>
      details.some(({ data, type }) =>
        type === 'email'
          ? email !== '' && data.trim().toLowerCase() === wanted
          : type === 'phone' && phone !== '' && toE164(data, homeCountry) === phone,
      ),
    )
    for (const contact of same) known.add(contact.id)
  }
  const people = [...known].slice(0, MOST_CONTACTS)
  const [first = null] = people
  for (const contactId of own === null ? [] : people) {
    const rows = await rowsOf(call, `/contact/${contactId}/leads`, leads)
    if (!('rows' in rows)) return rows
    const lead = rows.rows.find(({ custom }) =>
      custom.some(({ id: field, value }) => field === String(own?.fieldId) && value === own?.value),
    )
    if (lead !== undefined) return { found: { leadId: String(lead.id), contactId } }
  }
  return { found: { leadId: null, contactId: first } }
}

async function rowsOf<Row>(
  call: LptrackerClient,
  path: string,
  shape: z.ZodType<Row[]>,
): Promise<{ rows: Row[] } | Failed> {
  const answer = await call('GET', path)
  if (!answer.isDone) return answer.code === NOT_FOUND ? { rows: [] } : answer
  return { rows: shape.catch([]).parse(answer.result) }
}
