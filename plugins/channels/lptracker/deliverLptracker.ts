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
import { createLptrackerClient, type LptrackerClient } from './lptrackerClient.ts'
import { lptrackerReasons } from './lptrackerReasons.ts'
import type { LptrackerTarget } from './lptrackerTarget.ts'
import { type RenderedLptracker, renderLptracker } from './renderLptracker.ts'
import type { LptrackerAccount } from './lptrackerAccount.ts'

const because = createReasons(lptrackerReasons)
const NOT_FOUND = 404
const id = z.coerce.number().int().positive()
const made = z.object({ id: id.transform(String), contact_id: id.nullish().catch(null) })

/** One try: change the lead that is known; without one, or when it is gone, look for what is there, then change it or make it. */
export async function deliverLptracker(
  input: DeliverInput<LptrackerTarget>,
  { apiUrl, tokens }: { apiUrl: string | undefined; tokens: TokenCache<LptrackerAccount> },
): Promise<Attempt> {
  const { secrets, target } = input
  try {
    const call = createLptrackerClient(input, lptrackerAccount(target, secrets, apiUrl), tokens)
    let rendered = await renderLptracker(input)
    const known = knownLead(input.remoteId)
    if (known !== null) {
      const { attempt, isGone } = await write(call, rendered, known)
      if (!isGone) return attempt
      const said = because('gone', { id: known.leadId })
      rendered = { ...rendered, remarks: [...rendered.remarks, said] }
    }
    const search = await findInLptracker(call, rendered, target.homeCountry)
    if (!('found' in search)) return search.attempt
    return (await write(call, rendered, search.found)).attempt
  } catch (error) {
    return refusedBy(error)
  }
}

/** A change names the lead and its contact, so both are kept: `900/500`. */
function knownLead(remoteId: string | undefined): { leadId: string; contactId: number } | null {
  const [, leadId, contactId] = /^(\d+)\/(\d+)$/.exec(remoteId ?? '') ?? []
  return leadId === undefined ? null : { leadId, contactId: Number(contactId) }
}

async function write(
  call: LptrackerClient,
  rendered: RenderedLptracker,
  found: FoundInLptracker,
): Promise<{ attempt: Attempt; isGone: boolean }> {
  const { method, path, json, remarks } = writeOf(rendered, found)
  const answer = await call(method, path, json)
  if (!answer.isDone) return { attempt: answer.attempt, isGone: answer.code === NOT_FOUND }
  const { exchange, result } = answer
  const answered = made.safeParse(result).data
  const leadId = found.leadId ?? answered?.id
  if (leadId === undefined) {
    const said = because('foreign', { status: 200 })
    const attempt: Attempt = { outcome: 'unavailable', code: 'LPTRACKER_NO_ID', ...said, exchange }
    return { attempt, isGone: false }
  }
  const contactId = found.contactId ?? answered?.contact_id ?? null
  const attempt: Attempt = {
    outcome: 'delivered',
    code: found.leadId === null ? 'LPTRACKER_ADDED' : 'LPTRACKER_CHANGED',
    receipt: { leadId },
    ...(contactId === null ? {} : { remoteId: `${leadId}/${contactId}` }),
    exchange,
    ...remarksOf(remarks),
  }
  return { attempt, isGone: false }
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
