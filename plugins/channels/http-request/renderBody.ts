import {
  type DeliverInput,
  type Json,
  mappedFields,
  type SaidReason,
  templateScope,
} from '../../../src/index.ts'
import { encodeValue } from './encodeValue.ts'
import { httpRequestError } from './httpRequestError.ts'
import type { HttpRequestTarget } from './httpRequestTarget.ts'

/** A body ready to go with its content type, and what was left out of it. */
export type RenderedBody = { body?: string; contentType?: string; remarks: SaidReason[] }

/** Makes the body of one request. Throws FLOW_TEMPLATE_…, FLOW_MAPPING_FAILED and FLOW_HTTP_… errors. */
export async function renderBody(
  input: Pick<DeliverInput<HttpRequestTarget>, 'body' | 'event' | 'target' | 'templates'>,
): Promise<RenderedBody> {
  const { target } = input
  switch (target.bodyKind) {
    case 'none':
      return { remarks: [] }
    case 'event':
      return { body: input.body, contentType: 'application/json', remarks: [] }
    case 'template':
      return fromTemplate(input)
    default: {
      const { fields, remarks } = await mappedFields(target.mapping, input)
      if (target.bodyKind === 'json')
        return { body: JSON.stringify(fields), contentType: 'application/json', remarks }
      const pairs = formPairs(fields)
      return {
        body: new URLSearchParams(pairs).toString(),
        contentType: 'application/x-www-form-urlencoded',
        remarks,
      }
    }
  }
}

async function fromTemplate({
  event,
  target,
  templates,
}: Pick<DeliverInput<HttpRequestTarget>, 'event' | 'target' | 'templates'>): Promise<RenderedBody> {
  const { body: template, contentType } = target
  if (template === null) throw httpRequestError.bodyMissing('body')
  const isJson = /[/+]json\b/i.test(contentType)
  const options = isJson
    ? { escapeValue: jsonText }
    : /\bx-www-form-urlencoded\b/i.test(contentType)
      ? { escapeValue: encodeValue }
      : /[/+](?:xml|html)\b/i.test(contentType)
        ? { escapeHtml: true }
        : {}
  const body = await templates.render(template, templateScope(event), options)
  if (isJson) assertJson(body)
  return { body, contentType, remarks: [] }
}

/** A value inside the quotes of a JSON text. */
function jsonText(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}

function assertJson(text: string): void {
  try {
    JSON.parse(text)
  } catch (error) {
    throw httpRequestError.bodyInvalid(error instanceof Error ? error.message : String(error))
  }
}

/** `{a: {b: [1, 2]}}` as `a[b][0]=1&a[b][1]=2`, the way most servers read nested fields. */
function formPairs(value: Json | undefined, name = ''): [string, string][] {
  if (value === undefined || value === null) return []
  if (typeof value !== 'object') return [[name, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) =>
    formPairs(inner, name === '' ? key : `${name}[${key}]`),
  )
}
