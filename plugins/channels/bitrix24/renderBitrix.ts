import * as z from 'zod'

import {
  type Json,
  type JsonObject,
  type PreviewInput,
  templateScope,
  toE164,
  renderLine,
  renderText,
} from '../../../src/index.ts'
import { bitrixError } from './bitrixError.ts'
import type { BitrixTarget } from './bitrixTarget.ts'

type RenderInput = Pick<
  PreviewInput<BitrixTarget>,
  'event' | 'target' | 'templates' | 'idempotencyKey'
>

/** Fields as Bitrix24 names them. */
export type RenderedBitrix = {
  /** Of the lead, the deal, or the contact itself. */
  fields: JsonObject
  /** Of the contact that a deal hangs on; null when nothing is known of the person, or the entity is no deal. */
  contact: JsonObject | null
  /** E.164 where it can be. */
  phone: string
  email: string
  /** What finds the object again: the document or the delivery. */
  originId: string
}

/** The name under which all objects of ours are found. */
export const ORIGINATOR = 'flowmasters'

/** Makes the fields of one delivery. Throws FLOW_TEMPLATE_… and FLOW_BITRIX_… errors, which no further try can heal. */
export async function renderBitrix(input: RenderInput): Promise<RenderedBitrix> {
  const { event, target } = input
  const { collection, documentId } = event.meta
  const person = await personOf(input)
  const isDocument = target.identity === 'document' && documentId !== null
  const originId = isDocument ? `${collection ?? ''}:${documentId}` : input.idempotencyKey
  const common = {
    ...(await extraFields(input)),
    ORIGINATOR_ID: ORIGINATOR,
    ORIGIN_ID: originId,
  }
  const contact = { ...person.fields, SOURCE_ID: target.source, OPENED: 'Y' }
  if (target.entity === 'contact') {
    if (person.isEmpty) throw bitrixError.contactEmpty()
    const fields = { ...contact, ...(await moreFields(input)), ...common }
    return { ...person, fields, contact: null, originId }
  }
  const title = await renderLine(input, target.title)
  if (title === '') throw bitrixError.titleEmpty()
  const own = { TITLE: title, SOURCE_ID: target.source, OPENED: 'Y', ...(await moreFields(input)) }
  if (target.entity === 'lead') {
    return { ...person, fields: { ...person.fields, ...own, ...common }, contact: null, originId }
  }
  return {
    ...person,
    fields: { ...own, ...common },
    contact: person.isEmpty ? null : contact,
    originId,
  }
}

async function personOf(input: RenderInput) {
  const { target } = input
  const name = await renderLine(input, target.name)
  const lastName = await renderLine(input, target.lastName)
  const typed = await renderLine(input, target.phone)
  // A number that is none still helps a person who reads it.
  const phone = toE164(typed, target.homeCountry) ?? typed
  const email = await renderLine(input, target.email)
  const fields: JsonObject = {
    ...(name === '' ? {} : { NAME: name }),
    ...(lastName === '' ? {} : { LAST_NAME: lastName }),
    ...(phone === '' ? {} : { PHONE: [{ VALUE: phone, VALUE_TYPE: 'WORK' }] }),
    ...(email === '' ? {} : { EMAIL: [{ VALUE: email, VALUE_TYPE: 'WORK' }] }),
  }
  return { fields, phone, email, isEmpty: Object.keys(fields).length === 0 }
}

async function moreFields(input: RenderInput): Promise<JsonObject> {
  const { amount, comments, currency, entity, responsible, stage } = input.target
  const stageId = await renderLine(input, stage)
  const sum = await renderLine(input, amount)
  if (sum !== '' && !/^-?\d+(\.\d+)?$/.test(sum)) throw bitrixError.amountInvalid(sum)
  const text = await renderText(input, comments)
  const person = await renderLine(input, responsible)
  const money = await renderLine(input, currency)
  return {
    ...(text === '' ? {} : { COMMENTS: text }),
    ...(person === '' ? {} : { ASSIGNED_BY_ID: person }),
    ...(entity === 'contact'
      ? {}
      : {
          ...(sum === '' ? {} : { OPPORTUNITY: Number(sum) }),
          ...(money === '' ? {} : { CURRENCY_ID: money }),
          ...(stageId === '' ? {} : { [entity === 'lead' ? 'STATUS_ID' : 'STAGE_ID']: stageId }),
        }),
  }
}

const value: z.ZodType<Json> = z.json()
const named = z.record(z.string().regex(/^[A-Z][A-Z\d_]{0,99}$/), value)

async function extraFields(input: RenderInput): Promise<JsonObject> {
  const { fields } = input.target
  if (fields === null) return {}
  const escapeValue = (text: string): string => JSON.stringify(text).slice(1, -1)
  const text = await input.templates.render(fields, templateScope(input.event), { escapeValue })
  const read = named.safeParse(parsed(text))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw bitrixError.fieldsInvalid(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw bitrixError.fieldsInvalid(error instanceof Error ? error.message : String(error))
  }
}
