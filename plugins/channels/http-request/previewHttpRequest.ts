import {
  type JsonObject,
  type MessagePreview,
  maskUrl,
  type PreviewInput,
  templateScope,
  type Json,
  isJsonObject,
} from '../../../src/index.ts'
import type { HttpRequestTarget } from './httpRequestTarget.ts'
import { renderBody } from './renderBody.ts'
import { renderUrl } from './renderUrl.ts'

/** The request as it would be sent, without what proves who asks. */
export async function previewHttpRequest(
  input: PreviewInput<HttpRequestTarget>,
): Promise<MessagePreview> {
  const { event, target, templates } = input
  const url = await renderUrl(target.url, templateScope(event), templates)
  const { body, contentType } = await renderBody(input)
  const to = `${target.method} ${maskUrl(url)}`
  if (body === undefined) return { to }
  const json = contentType?.includes('json') === true ? objectOf(body) : undefined
  return json === undefined ? { to, text: body } : { to, json }
}

function objectOf(text: string): JsonObject | undefined {
  const value: Json = JSON.parse(text)
  return isJsonObject(value) ? value : undefined
}
