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
  renderText,
  isJsonObject,
} from '../../../src/index.ts'
import { toUonNumber } from './toUonNumber.ts'
import { uonError } from './uonError.ts'
import { uonReasons } from './uonReasons.ts'
import type { UonTarget } from './uonTarget.ts'

type RenderInput = Pick<
  PreviewInput<UonTarget>,
  'event' | 'target' | 'templates' | 'idempotencyKey'
>

/** A lead as the form of U-ON takes it, and what finds it again. */
export type RenderedUon = {
  form: Record<string, string>
  /** Where our id is kept; null: nothing finds the lead again. */
  own: { fieldId: string; value: string } | null
  remarks: SaidReason[]
}

/** Makes the lead of one delivery. Throws FLOW_TEMPLATE_…, FLOW_MAPPING_FAILED and FLOW_UON_… errors, which no further try can heal. */
export async function renderUon(input: RenderInput): Promise<RenderedUon> {
  const { idField, manager } = input.target
  const typed = await renderLine(input, input.target.phone)
  const phone = toE164(typed, input.target.homeCountry) ?? typed
  const person = {
    u_name: await renderLine(input, input.target.name),
    u_surname: await renderLine(input, input.target.lastName),
    u_phone: phone,
    u_email: await renderLine(input, input.target.email),
  }
  if (Object.values(person).every((text) => text === '')) throw uonError.personEmpty()
  const { fields, remarks } = await mappedFields(input.target.mapping, input)
  const responsible = await renderLine(input, manager)
  const fieldId = idField === null ? null : toUonNumber('idField', idField)
  const value = input.idempotencyKey
  const form = {
    ...person,
    source: await renderLine(input, input.target.source),
    note: await renderText(input, input.target.note),
    r_u_id: responsible === '' ? '' : toUonNumber('manager', responsible),
    ...flat(fields),
    ...(fieldId === null ? {} : { [`extended_fields[${fieldId}]`]: value }),
  }
  const said = createReasons(uonReasons)('phone_as_typed', { phone: quoteOf(typed) })
  return {
    form: Object.fromEntries(Object.entries(form).filter(([, text]) => text !== '')),
    own: fieldId === null ? null : { fieldId, value },
    // A number that is none still helps a person who reads it.
    remarks: typed === '' || phone.startsWith('+') ? remarks : [said, ...remarks],
  }
}

/** Names as PHP reads them: `extended_fields[111046]`. */
function flat(fields: JsonObject): Record<string, string> {
  const { extended_fields: extended, ...plain } = fields
  const more = isJsonObject(extended) ? Object.entries(extended) : []
  return Object.fromEntries([
    ...Object.entries(plain).map(([name, value]) => [name, textOf(value)] as const),
    ...more.map(([id, value]) => [`extended_fields[${id}]`, textOf(value)] as const),
  ])
}

function textOf(value: Json | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
