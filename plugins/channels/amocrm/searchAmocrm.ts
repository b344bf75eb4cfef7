import * as z from 'zod'

import type { AmocrmClient, AmocrmResult } from './amocrmClient.ts'
import { notAmocrm } from './notAmocrm.ts'

/** What a search came to: the number of what it found, or the attempt that its failure is. */
export type FoundInAmocrm = { id: number | null } | Extract<AmocrmResult, { isDone: false }>

const PAGE_SIZE = 50
/** A search that finds more is not about one thing. */
const MAX_PAGES = 5

const row = z.object({
  id: z.number().int().positive(),
  is_deleted: z.boolean().catch(false),
  custom_fields_values: z
    .array(
      z.object({
        field_id: z.number().optional().catch(undefined),
        field_code: z.string().nullish().catch(null),
        values: z.array(z.object({ value: z.unknown() })).catch([]),
      }),
    )
    .nullish()
    .catch(null),
})
/** A row of a list, as far as it matters here. */
export type AmocrmRow = z.output<typeof row>
const rows = z.array(row)
const lists = {
  leads: z.object({ _embedded: z.object({ leads: rows }) }),
  contacts: z.object({ _embedded: z.object({ contacts: rows }) }),
}

/** Looks for the first row that the search gives and that is the one meant. */
export async function searchAmocrm(
  call: AmocrmClient,
  kind: keyof typeof lists,
  query: string,
  isIt: (row: AmocrmRow) => boolean,
): Promise<FoundInAmocrm> {
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer = await call({
      method: 'GET',
      path: `/${kind}`,
      // The oldest first: "orders:42" mostly stands before "orders:420".
      query: { query, limit: String(PAGE_SIZE), page: String(page), 'order[id]': 'asc' },
    })
    if (!answer.isDone) return answer
    if (answer.json === undefined) return { id: null }
    const found = rowsOf(kind, answer.json)
    if (found === undefined) {
      return { isDone: false, attempt: notAmocrm(answer.exchange), isGone: false }
    }
    const known = found.find((candidate) => !candidate.is_deleted && isIt(candidate))
    if (known !== undefined || found.length < PAGE_SIZE) return { id: known?.id ?? null }
  }
  return { id: null }
}

function rowsOf(kind: keyof typeof lists, json: unknown): AmocrmRow[] | undefined {
  if (kind === 'leads') return lists.leads.safeParse(json).data?._embedded.leads
  return lists.contacts.safeParse(json).data?._embedded.contacts
}
