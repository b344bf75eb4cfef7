import * as z from 'zod'

import {
  type Attempt,
  createReasons,
  type JsonObject,
  remarksOf,
  type SaidReason,
} from '../../../src/index.ts'
import type { AmocrmCall, AmocrmClient } from './amocrmClient.ts'
import { amocrmReasons } from './amocrmReasons.ts'
import { leadBody } from './leadBody.ts'
import { notAmocrm } from './notAmocrm.ts'
import type { RenderedAmocrm } from './renderAmocrm.ts'

const because = createReasons(amocrmReasons)

type Making = { rendered: RenderedAmocrm; contactId: number | null; requestId: string }
type Made = { id: number; contactId: number | null; isMerged: boolean }

const id = z.number().int().positive()
const complex = z.tuple([
  z.object({ id, contact_id: id.nullish().catch(null), merged: z.boolean().catch(false) }),
])
const plain = z.object({ _embedded: z.object({ leads: z.tuple([z.object({ id })]) }) })

/** Makes a lead with a new contact in one call, or hangs it on the contact that was found. */
export async function makeLead(call: AmocrmClient, making: Making): Promise<Attempt> {
  const { contactId, rendered } = making
  const answer = await call(requestOf(making))
  if (!answer.isDone) return answer.attempt
  const made = contactId === null ? madeNew(answer.json) : madeOn(answer.json, contactId)
  if (made === null) return notAmocrm(answer.exchange)
  const said: SaidReason[] = [
    ...rendered.remarks,
    ...(contactId === null ? [] : [because('contact_found', { id: contactId })]),
    ...(made.isMerged ? [because('merged', { id: made.id })] : []),
  ]
  const receipt: JsonObject = {
    entity: 'lead',
    id: String(made.id),
    ...(made.contactId === null ? {} : { contactId: String(made.contactId) }),
  }
  const code = made.isMerged ? 'AMOCRM_MERGED' : 'AMOCRM_ADDED'
  const { exchange } = answer
  const remoteId = String(made.id)
  return { outcome: 'delivered', code, receipt, remoteId, exchange, ...remarksOf(said) }
}

function requestOf({ contactId, rendered, requestId }: Making): AmocrmCall {
  return {
    method: 'POST',
    // Contacts that are there are linked by the plain call; "complex" is for new ones.
    path: contactId === null ? '/leads/complex' : '/leads',
    json: [{ ...leadBody(rendered, contactId), request_id: requestId }],
  }
}

function madeNew(json: unknown): Made | null {
  const read = complex.safeParse(json)
  if (!read.success) return null
  const [{ contact_id: contactId = null, id: made, merged: isMerged }] = read.data
  return { id: made, contactId, isMerged }
}

function madeOn(json: unknown, contactId: number): Made | null {
  const read = plain.safeParse(json)
  return read.success ? { id: read.data._embedded.leads[0].id, contactId, isMerged: false } : null
}
