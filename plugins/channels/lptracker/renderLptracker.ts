import {
  createReasons,
  type Json,
  type JsonObject,
  mappedFields,
  type PreviewInput,
  quoteOf,
  type SaidReason,
  toE164,
  renderLine,
  isJsonObject,
} from '../../../src/index.ts'
import { lptrackerError } from './lptrackerError.ts'
import { lptrackerIdField } from './lptrackerIdField.ts'
import { lptrackerReasons } from './lptrackerReasons.ts'
import type { LptrackerTarget } from './lptrackerTarget.ts'
import { toLptrackerNumber } from './toLptrackerNumber.ts'

type RenderInput = Pick<
  PreviewInput<LptrackerTarget>,
  'event' | 'target' | 'templates' | 'idempotencyKey'
>

/** A lead as LPTracker takes it, and what finds it and its contact again. */
export type RenderedLptracker = {
  project: number
  /** Of a new lead and of one that is changed. */
  lead: JsonObject
  /** Of a new lead only. */
  firstOnly: JsonObject
  /** As LPTracker makes it when it is not there yet. */
  contact: JsonObject
  /** E.164, or empty. */
  phone: string
  email: string
  /** Where our id is kept; null: nothing finds the lead again. */
  own: { fieldId: number; value: string } | null
  remarks: SaidReason[]
}

/**
 * Makes the lead of one delivery. Throws FLOW_TEMPLATE_…, FLOW_MAPPING_FAILED and FLOW_LPTRACKER_… errors, which no
 * further try can heal.
 */
export async function renderLptracker(input: RenderInput): Promise<RenderedLptracker> {
  const { event, target } = input
  const { collection, documentId } = event.meta
  const fieldId = lptrackerIdField(target)
  const isDocument = target.identity === 'document' && documentId !== null
  const value = isDocument ? `${collection ?? ''}:${documentId}` : input.idempotencyKey
  const project = toLptrackerNumber('project', target.project)
  const title = await renderLine(input, target.title)
  if (title === '') throw lptrackerError.titleEmpty()
  const { fields, remarks } = await mappedFields(target.mapping, input)
  const person = await personOf(input)
  const custom = {
    ...objectOf(fields['lead']),
    ...(fieldId === null ? {} : { [String(fieldId)]: value }),
  }
  const view = objectOf(fields['view'])
  return {
    project,
    lead: {
      name: title,
      ...(await numberOf(input, 'stage', 'funnel')),
      ...(await numberOf(input, 'owner', 'owner')),
      ...unlessEmpty('custom', custom),
    },
    firstOnly: { callback: target.isCalled, ...unlessEmpty('view', view) },
    contact: {
      project_id: project,
      ...person.contact,
      ...unlessEmpty('fields', objectOf(fields['contact'])),
    },
    phone: person.phone,
    email: person.email,
    own: fieldId === null ? null : { fieldId, value },
    remarks: [...person.remarks, ...remarks],
  }
}

async function personOf(input: RenderInput) {
  const name = await renderLine(input, input.target.name)
  const typed = await renderLine(input, input.target.phone)
  const email = await renderLine(input, input.target.email)
  const phone = toE164(typed, input.target.homeCountry) ?? ''
  const details = [
    ...(phone === '' ? [] : [{ type: 'phone', data: phone.slice(1) }]),
    ...(email === '' ? [] : [{ type: 'email', data: email }]),
  ]
  if (details.length === 0) throw lptrackerError.contactEmpty()
  const left = createReasons(lptrackerReasons)('phone_left_out', { phone: quoteOf(typed) })
  return {
    contact: { ...(name === '' ? {} : { name }), details },
    ...{ phone, email },
    remarks: typed === '' || phone !== '' ? [] : [left],
  }
}

async function numberOf(
  input: RenderInput,
  field: 'stage' | 'owner',
  name: string,
): Promise<JsonObject> {
  const text = await renderLine(input, input.target[field])
  return text === '' ? {} : { [name]: toLptrackerNumber(field, text) }
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

function unlessEmpty(name: string, value: JsonObject): JsonObject {
  return Object.keys(value).length === 0 ? {} : { [name]: value }
}
