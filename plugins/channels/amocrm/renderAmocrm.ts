import {
  type JsonObject,
  mappedFields,
  type PreviewInput,
  type SaidReason,
  renderLine,
} from '../../../src/index.ts'
import { amocrmError } from './amocrmError.ts'
import type { AmocrmTarget } from './amocrmTarget.ts'
import { type AmocrmValues, amocrmValues } from './amocrmValues.ts'
import { customFieldsValues } from './customFieldsValues.ts'
import { idFieldOf } from './idFieldOf.ts'
import { renderAmocrmPerson, type RenderedPerson } from './renderAmocrmPerson.ts'
import { toAmocrmNumber } from './toAmocrmNumber.ts'

type RenderInput = Pick<
  PreviewInput<AmocrmTarget>,
  'event' | 'target' | 'templates' | 'idempotencyKey'
>

/** A lead as amoCRM takes it, and what finds it and its contact again. */
export type RenderedAmocrm = {
  /** Without tags and contact: how those are written depends on what is there already. */
  lead: JsonObject
  tags: { name: string }[]
  person: RenderedPerson
  /** Where our id is kept; null: nothing finds the lead again. */
  own: { fieldId: number; value: string } | null
  /** Values of the mapping that did not fit. */
  remarks: SaidReason[]
}

/**
 * Makes the lead of one delivery. Throws FLOW_TEMPLATE_…, FLOW_MAPPING_FAILED and FLOW_AMOCRM_… errors, which no further
 * try can heal.
 */
export async function renderAmocrm(input: RenderInput): Promise<RenderedAmocrm> {
  const { event, target } = input
  const { collection, documentId } = event.meta
  const fieldId = idFieldOf(target)
  const isDocument = target.identity === 'document' && documentId !== null
  const value = isDocument ? `${collection ?? ''}:${documentId}` : input.idempotencyKey
  const title = await renderLine(input, target.title)
  if (title === '') throw amocrmError.titleEmpty()
  const { fields, remarks } = await mappedFields(target.mapping, input)
  const values: AmocrmValues = {
    ...amocrmValues('lead', fields),
    ...(fieldId === null ? {} : { [String(fieldId)]: [{ value }] }),
  }
  return {
    lead: { name: title, ...(await numbersOf(input)), ...customFieldsValues(values) },
    tags: await tagsOf(input),
    person: await renderAmocrmPerson(input, amocrmValues('contact', fields)),
    own: fieldId === null ? null : { fieldId, value },
    remarks,
  }
}

async function numbersOf(input: RenderInput): Promise<JsonObject> {
  const { pipeline, price, responsible, status } = input.target
  const given = {
    pipeline_id: ['pipeline', await renderLine(input, pipeline)],
    status_id: ['status', await renderLine(input, status)],
    responsible_user_id: ['responsible', await renderLine(input, responsible)],
  } as const
  const numbers = Object.entries(given).flatMap(([name, [field, text]]) =>
    text === '' ? [] : [[name, toAmocrmNumber(field, text)] as const],
  )
  const sum = await renderLine(input, price)
  if (sum !== '' && !/^\d+(\.\d+)?$/.test(sum)) throw amocrmError.priceInvalid(sum)
  return { ...(sum === '' ? {} : { price: Number(sum) }), ...Object.fromEntries(numbers) }
}

async function tagsOf(input: RenderInput): Promise<{ name: string }[]> {
  const text = await renderLine(input, input.target.tags)
  const names = text.split(',').map((name) => name.trim())
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ name }))
}
