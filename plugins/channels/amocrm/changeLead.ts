import * as z from 'zod'

import { type Attempt, createReasons, remarksOf } from '../../../src/index.ts'
import type { AmocrmClient } from './amocrmClient.ts'
import { amocrmReasons } from './amocrmReasons.ts'
import { notAmocrm } from './notAmocrm.ts'
import type { RenderedAmocrm } from './renderAmocrm.ts'

const because = createReasons(amocrmReasons)
const changed = z.object({ id: z.number() })

/** What came of it; `isGone`: there is no such lead. */
type ChangedLead = { attempt: Attempt; isGone: boolean }

/**
 * Changes a lead: fields that are not named keep their values, tags are added to those that are there, the contact is left
 * alone.
 */
export async function changeLead(
  call: AmocrmClient,
  id: number,
  { lead, remarks, tags }: Pick<RenderedAmocrm, 'lead' | 'remarks' | 'tags'>,
): Promise<ChangedLead> {
  const answer = await call({
    method: 'PATCH',
    path: `/leads/${id}`,
    json: { ...lead, ...(tags.length === 0 ? {} : { tags_to_add: tags }) },
  })
  if (!answer.isDone) return answer
  const isIt = changed.safeParse(answer.json).data?.id === id
  if (!isIt) return { attempt: notAmocrm(answer.exchange), isGone: false }
  const attempt: Attempt = {
    outcome: 'delivered',
    code: 'AMOCRM_CHANGED',
    receipt: { entity: 'lead', id: String(id) },
    remoteId: String(id),
    exchange: answer.exchange,
    ...remarksOf([...remarks, because('changed', { id })]),
  }
  return { attempt, isGone: false }
}
