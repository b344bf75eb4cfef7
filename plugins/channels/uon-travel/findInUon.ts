import * as z from 'zod'

import type { Exchange } from '../../../src/index.ts'
import type { UonClient, UonResult } from './uonClient.ts'
import type { RenderedUon } from './renderUon.ts'

const rows = z.array(
  z.object({
    id: z.union([z.string(), z.number()]).transform(String),
    extended_fields: z.unknown().optional(),
  }),
)
const NOT_FOUND = 404

/** The lead that an earlier try of the same delivery made, by our own id. */
export async function findInUon(
  call: UonClient,
  own: NonNullable<RenderedUon['own']>,
): Promise<
  { id: string; exchange: Exchange } | { id: null } | Extract<UonResult, { isDone: false }>
> {
  const answer = await call('lead/search', { [`extended_fields[${own.fieldId}][]`]: own.value })
  if (!answer.isDone) return answer.code === NOT_FOUND ? { id: null } : answer
  // Neither what the list is called nor what is done about a filter that is not understood is known well enough.
  const lists = Object.values(answer.body).flatMap((value) => rows.safeParse(value).data ?? [])
  const found = lists.find(({ extended_fields: fields }) =>
    JSON.stringify(fields ?? null).includes(JSON.stringify(own.value)),
  )
  return found === undefined ? { id: null } : { id: found.id, exchange: answer.exchange }
}
