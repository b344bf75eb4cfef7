import {
  checkMappingTemplates,
  checkTemplates,
  type HttpClient,
  isEgressError,
  isReservedHeader,
  isValidHeader,
  type TemplateRenderer,
} from '../../../src/index.ts'
import { httpRequestError } from './httpRequestError.ts'
import type { HttpRequestTarget } from './httpRequestTarget.ts'
import { checkUrl } from './renderUrl.ts'

/** Finds before saving what would fail on every event: templates, a body without content, a forbidden address. */
export async function checkHttpRequest(
  target: HttpRequestTarget,
  { http, templates }: { http: HttpClient; templates: TemplateRenderer },
): Promise<void> {
  const { body, bodyKind, mapping, url } = target
  checkUrl(url)
  checkTemplates(templates, { url, body: bodyKind === 'template' ? body : null })
  checkMappingTemplates(mapping, templates)
  checkParts(target)
  try {
    await http.vet(url.split(/[?#{]/)[0] ?? '')
  } catch (error) {
    // A name that does not resolve yet may do so when the first event comes.
    if (!isEgressError(error) || error.code !== 'FLOW_EGRESS_DNS') throw error
  }
}

function checkParts({
  auth,
  body,
  bodyKind,
  hmacHeader,
  mapping,
  username,
}: HttpRequestTarget): void {
  if (bodyKind === 'template' && body === null) throw httpRequestError.bodyMissing('body')
  const isMapped = bodyKind === 'json' || bodyKind === 'form'
  if (isMapped && mapping.length === 0) throw httpRequestError.bodyMissing('mapping')
  const isHeader = isValidHeader(hmacHeader, 'x') && !isReservedHeader(hmacHeader)
  if (auth === 'hmac' && !isHeader) throw httpRequestError.secretMissing('hmacHeader')
  if (auth === 'basic' && username === null) throw httpRequestError.secretMissing('username')
}
