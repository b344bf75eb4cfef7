import * as z from 'zod'

import {
  type Attempt,
  createReasons,
  type DeliverInput,
  type JsonObject,
  refusedBy,
  remarksOf,
  type SaidReason,
  type TokenCache,
} from '../../../src/index.ts'
import { findInLptracker, type FoundInLptracker } from './findInLptracker.ts'
import { lptrackerAccount } from './lptrackerAccount.ts'
import { createLptrackerClient } from './lptrackerClient.ts'
import { lptrackerReasons } from './lptrackerReasons.ts'
import type { LptrackerTarget } from './lptrackerTarget.ts'
import { type RenderedLptracker, renderLptracker } from './renderLptracker.ts'
import type { LptrackerAccount } from './lptrackerAccount.ts'

const because = createReasons(lptrackerReasons)
const made = z.object({ id: z.coerce.number().int().positive().transform(String) })

/** One try: render, look for what is there, then change it or make it. */
export async function deliverLptracker(
  input: DeliverInput<LptrackerTarget>,
  { apiUrl, tokens }: { apiUrl: string | undefined; tokens: TokenCache<LptrackerAccount> },
): Promise<Attempt> {
  const { secrets, target } = input
  try {
    const call = createLptrackerClient(input, lptrackerAccount(target, secrets, apiUrl), tokens)
    const rendered = await renderLptracker(input)
    const search = await findInLptracker(call, rendered, target.homeCountry)
    if (!('found' in search)) return search.attempt
    const { method, path, json, remarks } = writeOf(rendered, search.found)
    const answer = await call(method, path, json)
    if (!answer.isDone) return answer.attempt
    const { exchange, result } = answer
    const { leadId } = search.found
    const id = leadId ?? made.safeParse(result).data?.id
    if (id === undefined) {
      const said = because('foreign', { status: 200 })
      return { outcome: 'unavailable', code: 'LPTRACKER_NO_ID', ...said, exchange }
    }
    return {
      outcome: 'delivered',
      code: leadId === null ? 'LPTRACKER_ADDED' : 'LPTRACKER_CHANGED',
      receipt: { leadId: id },
      exchange,
      ...remarksOf(remarks),
    }
  } catch (error) {
    return refusedBy(error)
  }
}

type Write = {
  method: 'POST' | 'PUT'
  path: string
  json: JsonObject
  remarks: readonly SaidReason[]
}

function writeOf(
  { contact, firstOnly, lead, remarks }: RenderedLptracker,
  { contactId, leadId }: FoundInLptracker,
): Write {
  if (leadId !== null) {
    const said = [...remarks, because('changed', { id: leadId })]
    const json = { contact_id: contactId, ...lead }
    return { method: 'PUT', path: `/lead/${leadId}`, json, remarks: said }
  }
  const person = contactId === null ? { contact } : { contact_id: contactId }
  return {
    ...{ method: 'POST', path: '/lead' },
    json: { ...person, ...lead, ...firstOnly },
    remarks:
      contactId === null ? remarks : [...remarks, because('contact_found', { id: contactId })],
  }
}
