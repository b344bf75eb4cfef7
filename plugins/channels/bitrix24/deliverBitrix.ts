import * as z from 'zod'

import {
  type Attempt,
  createReasons,
  type DeliverInput,
  type JsonObject,
  refusedBy,
  remarksOf,
  type SaidReason,
} from '../../../src/index.ts'
import type { BitrixAddress } from './bitrixAddress.ts'
import { type BitrixClient, createBitrixClient } from './bitrixClient.ts'
import { bitrixReasons } from './bitrixReasons.ts'
import type { BitrixTarget } from './bitrixTarget.ts'
import { findInBitrix } from './findInBitrix.ts'
import { type RenderedBitrix, renderBitrix } from './renderBitrix.ts'

const because = createReasons(bitrixReasons)
const newId = z.union([z.number().int().positive(), z.string().regex(/^\d+$/)]).transform(String)

/** One try: change the object that is known; without one, or when it is gone, look for what is there, then change it or make it. */
export async function deliverBitrix(
  input: DeliverInput<BitrixTarget>,
  readAddress: (secrets: Record<string, string>) => BitrixAddress,
): Promise<Attempt> {
  const { remoteId: id, secrets, target } = input
  try {
    const call = createBitrixClient(input, readAddress(secrets))
    const rendered = await renderBitrix(input)
    if (id === undefined) return await findOrMake(call, target.entity, rendered, [])
    const changed = await write(call, changeOf(target.entity, id, rendered, []))
    if (!changed.isGone) return changed.attempt
    return await findOrMake(call, target.entity, rendered, [because('object_gone', { id })])
  } catch (error) {
    return refusedBy(error)
  }
}

async function findOrMake(
  call: BitrixClient,
  entity: BitrixTarget['entity'],
  rendered: RenderedBitrix,
  said: readonly SaidReason[],
): Promise<Attempt> {
  const search = await findInBitrix(call, entity, rendered)
  if (!('found' in search)) return search.attempt
  const { contactId, id } = search.found
  if (id !== null) return (await write(call, changeOf(entity, id, rendered, said))).attempt
  const person = await contactOf(call, rendered.contact, contactId)
  if ('attempt' in person) return person.attempt
  const params = { fields: { ...rendered.fields, ...person.fields } }
  const remarks = [...said, ...person.remarks]
  return (await write(call, { entity, method: 'add', params, id: null, remarks })).attempt
}

function changeOf(
  entity: BitrixTarget['entity'],
  id: string,
  { fields }: RenderedBitrix,
  remarks: readonly SaidReason[],
): Write {
  return { entity, method: 'update', params: { id, fields: withoutLists(fields) }, id, remarks }
}

type Write = {
  entity: BitrixTarget['entity']
  method: 'add' | 'update'
  params: JsonObject
  id: string | null
  remarks: readonly SaidReason[]
}

async function write(
  call: BitrixClient,
  { entity, id, method, params, remarks }: Write,
): Promise<{ attempt: Attempt; isGone: boolean }> {
  const answer = await call(`crm.${entity}.${method}`, params)
  if (!answer.isDone) return answer
  const { exchange, result } = answer
  const made = id ?? newId.safeParse(result).data
  const isNothing = made === undefined || result === false
  if (isNothing) return { attempt: nothingMade(exchange), isGone: false }
  const said = id === null ? remarks : [...remarks, because('changed', { id })]
  const attempt: Attempt = {
    outcome: 'delivered',
    code: id === null ? 'BITRIX24_ADDED' : 'BITRIX24_CHANGED',
    receipt: { entity, id: made },
    remoteId: made,
    exchange,
    ...remarksOf(said),
  }
  return { attempt, isGone: false }
}

function nothingMade(exchange: Attempt['exchange']): Attempt {
  const said = because('foreign', { status: 200 })
  return { outcome: 'unavailable', code: 'BITRIX24_NO_ID', ...said, exchange }
}

type Person = { fields: JsonObject; remarks: SaidReason[] }

/** The contact that a deal hangs on: found, made, or none. */
async function contactOf(
  call: BitrixClient,
  contact: JsonObject | null,
  found: string | null,
): Promise<Person | { attempt: Attempt }> {
  if (contact === null) return { fields: {}, remarks: [] }
  if (found !== null) {
    return { fields: { CONTACT_ID: found }, remarks: [because('contact_found', { id: found })] }
  }
  const answer = await call('crm.contact.add', { fields: contact })
  if (!answer.isDone) return { attempt: answer.attempt }
  const id = newId.safeParse(answer.result).data
  if (id === undefined) return { attempt: nothingMade(answer.exchange) }
  return { fields: { CONTACT_ID: id }, remarks: [] }
}

/** Phones and addresses of a change are added to those that are there, once more with every event. */
function withoutLists(fields: JsonObject): JsonObject {
  const {
    EMAIL: _email,
    PHONE: _phone,
    ORIGIN_ID: _id,
    ORIGINATOR_ID: _originator,
    ...rest
  } = fields
  return rest
}
