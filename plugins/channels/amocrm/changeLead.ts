import * as z from 'zod'

import { type Attempt, createReasons, remarksOf } from '../../../src/index.ts'
import type { AmocrmClient } from './amocrmClient.ts'
import { amocrmReasons } from './amocrmReasons.ts'
import { notAmocrm } from './notAmocrm.ts'
import type { RenderedAmocrm } from './renderAmocrm.ts'

const because = createReasons(amocrmReasons)
const changed = z.object({ id: z.number() })

/**
 * Changes a lead: fields that are not named keep their values, tags are added to those that are there, the contact is left
 * alone.
 */
export async function changeLead(
  call: AmocrmClient,
  id: number,
  { lead, remarks, tags }: Pick<RenderedAmocrm, 'lead' | 'remarks' | 'tags'>,
): Promise<Attempt> {
  const answer = await call({
    method: 'PATCH',
    path: `/leads/${id}`,
    json: { ...lead, ...(tags.length === 0 ? {} : { tags_to_add: tags }) },
  })
  if (!answer.isDone) return answer.attempt
  if (changed.safeParse(answer.json).data?.id !== id) return notAmocrm(answer.exchange)
  return {
    outcome: 'delivered',
    code: 'AMOCRM_CHANGED',
    receipt: { entity: 'lead', id: String(id) },
    exchange: answer.exchange,
    ...remarksOf([...remarks, because('changed', { id })]),
  }
}
